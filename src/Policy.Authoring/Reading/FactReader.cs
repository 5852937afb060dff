using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads the facts that a policy declares beside the catalogue: LANGUAGE 2.5.</summary>
internal static class FactReader
{
    /// <summary>The declared facts that are sound.</summary>
    public static Sequence<FactDescription> Read(YamlMapping policy, FactCatalogue catalogue, Complaints complaints)
    {
        var roots = new HashSet<string>(StringComparer.Ordinal);
        return policy.Entries("facts").Select(entry => Read(entry, catalogue, complaints)).OfType<FactDescription>().Where(fact => roots.Add(fact.Path.Root)).ToSequence();
    }

    private static FactDescription? Read(YamlEntry entry, FactCatalogue catalogue, Complaints complaints)
    {
        var type = entry.Value is YamlMapping declaration ? TypeReader.Read(declaration, complaints) : null;
        if (!FactPath.TryParse(entry.Key.Text, out var path) || (path.Key is not null && (!path.IsWholeMap || path.Fields.Count > 0)))
        {
            complaints.Add(DiagnosticCodes.MalformedPath, entry.Key.Span, $"`{entry.Key.Text}` is not the path of a fact that can be declared", "write `site.rack`, or `licence(*)` for a map");
            return null;
        }

        if (catalogue.Find(path.Root) is not null)
        {
            complaints.Add(DiagnosticCodes.DuplicateName, entry.Key.Span, $"the catalogue already has the fact `{path.Root}`", "give it a name of your own, such as `site.…`");
            return null;
        }

        if (type is not null && path.IsWholeMap != type is MapType)
        {
            complaints.Add(DiagnosticCodes.WrongShape, entry.Key.Span, type is MapType ? "a map is declared with `(*)` behind its name" : $"`{entry.Key.Text}` is keyed, and only a map is");
            return null;
        }

        return type is null ? null : new FactDescription(path, type, ((YamlMapping)entry.Value).ReaderText("describe").English, ["declared by the policy"]);
    }
}
