using Policy.Authoring.Reading;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>The words for each way in which a document can miss its structure.</summary>
internal static class SchemaComplaints
{
    /// <summary>A text, list or mapping where another of them belongs.</summary>
    public static Diagnostic WrongShape(YamlNode node, Sequence<SchemaNode> expected) => new(
        DiagnosticCodes.WrongShape,
        node.Span,
        $"expected {string.Join(" or ", expected.Select(SchemaShapes.Name))}, found {SchemaShapes.Name(node)}",
        expected is [SchemaText] && node is YamlScalar { IsNull: true } scalar ? $"put `{scalar.Text}` in quotes if the word is meant" : null);

    /// <summary>A text that is none of the words, or does not have the form.</summary>
    public static Diagnostic WrongText(YamlScalar scalar, SchemaText expected)
    {
        if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            return new(DiagnosticCodes.Empty, scalar.Span, "expected text, found nothing", expected.Form?.Help ?? $"write one of {Listed(expected.Words)}");
        }

        var text = Quotation.Of(scalar.Text);
        return expected.Form is { } form
            ? new(DiagnosticCodes.WrongForm, scalar.Span, $"{text} is not {form.Name}", form.Help)
            : new(DiagnosticCodes.NotOneOf, scalar.Span, $"{text} is not one of {Listed(expected.Words)}", NearestName.Help(scalar.Text, expected.Words))
            {
                Fix = Advice.Instead(scalar, NearestName.Only(scalar.Text, expected.Words)),
            };
    }

    /// <summary>A list or mapping without entries.</summary>
    public static Diagnostic Empty(YamlNode node, string name) => new(DiagnosticCodes.Empty, node.Span, $"found an empty {name}, expected at least one entry");

    /// <summary>A key that the mapping does not have.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">The mapping.</param>
    /// <param name="free">The known keys that are not there.</param>
    /// <param name="missing">The required ones among them; the one that was meant is taken out.</param>
    public static Diagnostic UnknownKey(YamlScalar key, SchemaMapping expected, IEnumerable<string> free, List<string> missing)
    {
        if (expected is { Entries.Count: 0, Others.Form: { } form })
        {
            return new(DiagnosticCodes.WrongForm, key.Span, $"{Quotation.Of(key.Text)} is not {form.Name}", form.Help);
        }

        var nearest = key.Text.Length > 100 ? null : NearestName.Of(key.Text, free);
        missing.RemoveAll(name => name == nearest);
        return new(
            DiagnosticCodes.UnknownKey,
            key.Span,
            $"a {expected.Name} has no key {Quotation.Of(key.Text)}",
            nearest is not null ? $"did you mean `{nearest}`?" : expected.Others?.Form?.Help ?? $"its keys are {Listed(expected.Entries.Select(entry => entry.Key))}")
        {
            Fix = nearest is null ? null : Advice.Instead(key, NearestName.Only(key.Text, [.. free])),
        };
    }

    /// <summary>Required keys that are not there.</summary>
    public static Diagnostic MissingKeys(YamlMapping mapping, SchemaMapping expected, IReadOnlyList<string> missing) =>
        new(DiagnosticCodes.MissingKey, mapping.Span, $"the {expected.Name} has no {string.Join(" and no ", missing.Select(key => $"`{key}`"))}");

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));
}
