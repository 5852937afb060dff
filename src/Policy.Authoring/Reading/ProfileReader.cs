using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads profiles: LANGUAGE 1.2. Whether what they name exists is asked when they are composed.</summary>
internal static class ProfileReader
{
    /// <summary>Reads a profile; null after a complaint.</summary>
    public static ProfileDocument? Read(YamlMapping node, DocumentOrigin origin, Complaints complaints)
    {
        var about = Headers.Read(node, "profile", origin, complaints);
        var include = node.Items("include").OfType<YamlMapping>().Select(item => Entry(item, complaints)).OfType<ProfileEntry>().ToSequence();
        return complaints.IsFine && about is not null ? new ProfileDocument(about, include) : null;
    }

    private static ProfileEntry? Entry(YamlMapping node, Complaints complaints)
    {
        var (policy, profile) = (node.Scalar("policy"), node.Scalar("profile"));
        if ((policy is null) == (profile is null))
        {
            complaints.Add(DiagnosticCodes.Misplaced, node.Span, "expected either `policy` or `profile`");
            return null;
        }

        if (profile is not null && node.Entries.FirstOrDefault(entry => entry.Key.Text is "parameters" or "severity" or "without") is { } tailoring)
        {
            complaints.Add(DiagnosticCodes.Misplaced, tailoring.Key.Span, $"`{tailoring.Key.Text}` tailors a policy, not a profile", "include the policy itself to tailor it");
            return null;
        }

        var id = policy ?? profile!;
        return new ProfileEntry(id.Text, profile is not null, Tailoring(node, complaints), id.Span);
    }

    private static Tailoring Tailoring(YamlMapping node, Complaints complaints) => new(
        node.Entries("parameters").Select(entry => Parameter(entry, complaints)).OfType<ParameterSetting>().ToSequence(),
        node.Entries("severity").Select(Severity).OfType<SeveritySetting>().ToSequence(),
        node.Scalars("without").Select(name => new NamedSpan(name.Text, name.Span)).ToSequence());

    private static ParameterSetting? Parameter(YamlEntry entry, Complaints complaints)
    {
        switch (entry.Value)
        {
            case YamlScalar scalar:
                return new ParameterSetting(entry.Key.Text, [scalar.Text], IsList: false, scalar.Span);
            case YamlSequence list when list.Items.All(item => item is YamlScalar):
                return new ParameterSetting(entry.Key.Text, list.Items.Cast<YamlScalar>().Select(item => item.Text).ToSequence(), IsList: true, list.Span);
            default:
                complaints.Add(DiagnosticCodes.WrongShape, entry.Value.Span, "expected a value or a list of values");
                return null;
        }
    }

    private static SeveritySetting? Severity(YamlEntry entry) =>
        entry.Value is YamlScalar scalar && RuleSeverities.Find(scalar.Text) is { } severity ? new SeveritySetting(entry.Key.Text, severity, entry.Key.Span) : null;
}
