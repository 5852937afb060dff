using System.Security.Cryptography;
using Policy.Authoring.Reading;
using Policy.Authoring.Schemas;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring;

/// <summary>Turns the bytes of a document into a checked policy or profile.</summary>
public static class DocumentLoader
{
    /// <summary>The first key of each kind of document.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["policy", "profile", "waivers", "tests"];

    /// <summary>Reads a document: bytes, YAML, shape by the schema, meaning by the catalogue; all complaints at once.</summary>
    /// <param name="file">The name for complaints.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="catalogue">The facts that it can name.</param>
    public static Checked<AuthoredDocument> Load(string file, ReadOnlyMemory<byte> bytes, FactCatalogue catalogue)
    {
        var yaml = YamlReader.Read(file, bytes);
        var complaints = new Complaints();
        foreach (var diagnostic in yaml.Diagnostics)
        {
            complaints.Add(diagnostic);
        }

        var origin = new DocumentOrigin(file, $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}");
        var document = yaml.Value is { } root ? Read(root, origin, catalogue, complaints) : null;
        return new Checked<AuthoredDocument>(complaints.IsFine ? document : null, complaints.InOrder());
    }

    private static AuthoredDocument? Read(YamlNode root, DocumentOrigin origin, FactCatalogue catalogue, Complaints complaints)
    {
        if (root is not YamlMapping { Entries.Count: > 0 } mapping)
        {
            complaints.Add(DiagnosticCodes.WrongShape, root.Span, "a document is a mapping", "begin with `policy: an-id`");
            return null;
        }

        var kind = mapping.Entries[0].Key;
        switch (kind.Text)
        {
            case "policy":
                return Complete(PolicyReader.Read(mapping, origin, catalogue, complaints), root, PolicySchema.Schema, complaints);
            case "profile":
                return Complete(ProfileReader.Read(mapping, origin, complaints), root, ProfileSchema.Schema, complaints);
            case "waivers" or "tests":
                complaints.Add(DiagnosticCodes.DocumentKind, kind.Span, $"a document of the kind `{kind.Text}` cannot be judged by", "name a policy or a profile");
                return null;
            default:
                complaints.Add(DiagnosticCodes.DocumentKind, kind.Span, $"the first key says the kind of the document, and `{kind.Text}` is none", NearestName.Help(kind.Text, Kinds) ?? "begin with `policy: an-id`");
                return null;
        }
    }

    // The reader complains about meaning and comes first, because what it says of a place is more exact than what the schema says.
    private static T? Complete<T>(T? document, YamlNode root, PreparedSchema schema, Complaints complaints)
        where T : AuthoredDocument
    {
        foreach (var diagnostic in SchemaCheck.Check(root, schema))
        {
            complaints.Add(diagnostic);
        }

        return complaints.IsFine ? document : null;
    }
}
