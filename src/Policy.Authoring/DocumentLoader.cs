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

    /// <summary>Reads what hosts can be judged by: bytes, YAML, shape by the schema, meaning by the catalogue; all complaints at once.</summary>
    /// <param name="file">The name for complaints.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="catalogue">The facts that it can name.</param>
    /// <returns>A policy or profile; a document of another kind is complained about.</returns>
    public static Checked<AuthoredDocument> Load(string file, ReadOnlyMemory<byte> bytes, FactCatalogue catalogue)
    {
        var (document, diagnostics) = Load(new DocumentText(file, bytes), catalogue, library: null);
        return new Checked<AuthoredDocument>(document as AuthoredDocument, diagnostics);
    }

    /// <summary>Reads a document of any kind.</summary>
    /// <param name="text">The document.</param>
    /// <param name="catalogue">The facts that it can name.</param>
    /// <param name="library">The policies that waivers and tests can name; null where only policies and profiles are wanted.</param>
    public static Checked<SourceDocument> Load(DocumentText text, FactCatalogue catalogue, PolicyLibrary? library)
    {
        var yaml = YamlReader.Read(text.File, text.Bytes);
        var complaints = new Complaints();
        foreach (var diagnostic in yaml.Diagnostics)
        {
            complaints.Add(diagnostic);
        }

        var origin = new DocumentOrigin(text.File, $"sha256:{Convert.ToHexStringLower(SHA256.HashData(text.Bytes.Span))}");
        var document = yaml.Value is { } root ? Read(root, origin, new Surroundings(catalogue, library), complaints) : null;
        return new Checked<SourceDocument>(complaints.IsFine ? document : null, complaints.InOrder());
    }

    private static SourceDocument? Read(YamlNode root, DocumentOrigin origin, Surroundings around, Complaints complaints)
    {
        if (root is not YamlMapping { Entries.Count: > 0 } mapping)
        {
            complaints.Add(DiagnosticCodes.WrongShape, root.Span, "a document is a mapping", "begin with `policy: an-id`");
            return null;
        }

        new HiddenCharacters(complaints).Check(root);
        var kind = mapping.Entries[0].Key;
        switch (kind.Text, around.Library)
        {
            case ("policy", _):
                return Warned(Complete(PolicyReader.Read(mapping, origin, around.Catalogue, complaints), root, PolicySchema.Schema, complaints), mapping, complaints);
            case ("profile", _):
                return Complete(ProfileReader.Read(mapping, origin, complaints), root, ProfileSchema.Schema, complaints);
            case ("waivers", { } library):
                return Complete(new WaiverReader(around.Catalogue, library, complaints).Read(mapping, origin), root, WaiversSchema.Schema, complaints);
            case ("tests", { } library):
                return Completed(Complete(new TestReader(around.Catalogue, library, complaints).Read(mapping, origin), root, TestsSchema.Schema, complaints), library, complaints);
            case ("waivers" or "tests", null):
                complaints.Add(DiagnosticCodes.DocumentKind, kind.Span, $"a document of the kind `{kind.Text}` cannot be judged by", "name a policy or a profile");
                return null;
            default:
                complaints.Add(DiagnosticCodes.DocumentKind, kind.Span, $"the first key says the kind of the document, and `{kind.Text}` is none", complaints.Nearest(kind, Kinds) ?? "begin with `policy: an-id`");
                return null;
        }
    }

    // The reader complains about meaning and comes first, because what it says of a place is more exact than what the schema says.
    private static T? Complete<T>(T? document, YamlNode root, PreparedSchema schema, Complaints complaints)
        where T : SourceDocument
    {
        foreach (var diagnostic in SchemaCheck.Check(root, schema))
        {
            complaints.Add(diagnostic);
        }

        return complaints.IsFine ? document : null;
    }

    private static TestDocument? Completed(TestDocument? tests, PolicyLibrary library, Complaints complaints)
    {
        if (tests is not null && library.Find(tests.Policy.Name) is PolicyDocument policy)
        {
            new TestCompleteness(policy, complaints).Check(tests);
        }

        return tests;
    }

    private static PolicyDocument? Warned(PolicyDocument? policy, YamlMapping root, Complaints complaints)
    {
        if (policy is not null)
        {
            Unused.Check(root, complaints);
        }

        return policy;
    }

    private sealed record Surroundings(FactCatalogue Catalogue, PolicyLibrary? Library);
}

/// <summary>The bytes of a document and the name under which complaints speak of it.</summary>
/// <param name="File">The name.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record DocumentText(string File, ReadOnlyMemory<byte> Bytes);
