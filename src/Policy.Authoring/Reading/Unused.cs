using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>Warns of what a sound policy declares and no condition of it names.</summary>
internal static class Unused
{
    private static readonly string[] Places = ["define", "applies", "rules"];

    /// <summary>Warns of parameters and definitions; a definition that only an unused one uses counts as used.</summary>
    public static void Check(YamlMapping policy, Complaints complaints)
    {
        var named = new HashSet<(string Key, string Name)>();
        foreach (var place in Places.Select(policy.Find).OfType<YamlNode>())
        {
            Collect(place, named);
        }

        foreach (var name in policy.Entries("parameters").Select(entry => entry.Key).Where(name => !named.Contains(("parameter", name.Text))))
        {
            complaints.Add(DiagnosticCodes.UnusedParameter, name.Span, $"the parameter `{name.Text}` is never used", "compare a fact with `{ parameter: " + name.Text + " }`, or remove it");
        }

        foreach (var name in policy.Entries("define").Select(entry => entry.Key).Where(name => !named.Contains(("use", name.Text))))
        {
            complaints.Add(DiagnosticCodes.UnusedDefinition, name.Span, $"the definition `{name.Text}` is never used", $"name it with `use: {name.Text}`, or remove it");
        }
    }

    private static void Collect(YamlNode node, HashSet<(string Key, string Name)> named)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Name(entry, named);
                    Collect(entry.Value, named);
                }

                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Collect(item, named);
                }

                break;
        }
    }

    private static void Name(YamlEntry entry, HashSet<(string Key, string Name)> named)
    {
        if (entry is { Key.Text: "parameter" or "use", Value: YamlScalar name })
        {
            named.Add((entry.Key.Text, name.Text));
        }
    }
}
