using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads declarations of types: <c>type</c> with <c>scheme</c>, <c>one_of</c>, <c>of</c>, <c>fields</c> and <c>key</c>.</summary>
internal static class TypeReader
{
    /// <summary>The names of the types.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["boolean", "number", "size", "frequency", "duration", "bandwidth", "percent", "string", "version", "date", "list", "record", "map"];

    /// <summary>The names of the version schemes.</summary>
    public static IReadOnlyList<string> Schemes { get; } = [.. Enum.GetNames<VersionScheme>().Select(name => name.ToLowerInvariant())];

    /// <summary>Reads a declaration; null after a complaint, or where the schema complains.</summary>
    public static FactType? Read(YamlMapping declaration, Complaints complaints)
    {
        if (declaration.Scalar("type") is not { } name)
        {
            return null;
        }

        switch (name.Text)
        {
            case "boolean":
                return new BooleanType();
            case "string":
                return new StringType(declaration.Scalars("one_of").Select(item => item.Text).ToSequence());
            case "version":
                return Scheme(declaration, complaints) is { } scheme ? new VersionType(scheme) : null;
            case "date":
                return new DateType();
            case "list":
                return Inner(declaration, name, complaints) is { } element ? new ListType(element) : null;
            case "map":
                return Inner(declaration, name, complaints) is { } entry ? new MapType(declaration.Scalar("key")?.Text ?? "key", entry) : null;
            case "record":
                return Record(declaration, name, complaints);
            default:
                return Number(name, complaints);
        }
    }

    private static NumberType? Number(YamlScalar name, Complaints complaints)
    {
        if (name.Text == "number")
        {
            return new NumberType();
        }

        if (Names.Contains(name.Text) && Enum.TryParse<FactUnit>(name.Text, ignoreCase: true, out var unit))
        {
            return new NumberType(unit);
        }

        complaints.Add(DiagnosticCodes.NotOneOf, name.Span, $"there is no type `{name.Text}`", complaints.Nearest(name, Names) ?? $"the types are {string.Join(", ", Names)}");
        return null;
    }

    private static VersionScheme? Scheme(YamlMapping declaration, Complaints complaints)
    {
        if (declaration.Scalar("scheme") is not { } name)
        {
            return VersionScheme.Dotted;
        }

        if (Schemes.Contains(name.Text) && Enum.TryParse<VersionScheme>(name.Text, ignoreCase: true, out var scheme))
        {
            return scheme;
        }

        complaints.Add(DiagnosticCodes.NotOneOf, name.Span, $"there is no version scheme `{name.Text}`", complaints.Nearest(name, Schemes) ?? $"the schemes are {string.Join(", ", Schemes)}");
        return null;
    }

    private static FactType? Inner(YamlMapping declaration, YamlScalar name, Complaints complaints)
    {
        switch (declaration.Find("of"))
        {
            case YamlMapping inner:
                return Read(inner, complaints);
            default:
                complaints.Add(DiagnosticCodes.MissingKey, name.Span, $"a {name.Text} needs `of`: what its elements are", "write `of: { type: string }`");
                return null;
        }
    }

    private static RecordType? Record(YamlMapping declaration, YamlScalar name, Complaints complaints)
    {
        if (declaration.Entries("fields") is not { Count: > 0 } entries)
        {
            complaints.Add(DiagnosticCodes.MissingKey, name.Span, "a record needs `fields`", "write `fields: { size: { type: size } }`");
            return null;
        }

        var fields = entries.Select(entry => Field(entry, complaints)).ToList();
        return fields.Exists(field => field is null) ? null : new RecordType(fields.Select(field => field!).ToSequence());
    }

    private static FactField? Field(YamlEntry entry, Complaints complaints)
    {
        if (!FactPath.IsName(entry.Key.Text))
        {
            complaints.Add(DiagnosticCodes.WrongForm, entry.Key.Span, $"`{entry.Key.Text}` is not a field name", "lower-case letters, digits and underscores, a letter first");
            return null;
        }

        return entry.Value is YamlMapping declaration && Read(declaration, complaints) is { } type
            ? new FactField(entry.Key.Text, type, declaration.ReaderText("describe").English)
            : null;
    }
}
