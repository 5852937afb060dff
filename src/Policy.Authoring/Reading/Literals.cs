using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>Reads literals under the type that their position expects.</summary>
internal static class Literals
{
    /// <summary>The value of a text; null after a complaint.</summary>
    public static FactValue? Read(YamlNode node, FactType type, Complaints complaints)
    {
        if (node is not YamlScalar scalar)
        {
            complaints.Add(DiagnosticCodes.WrongShape, node.Span, $"expected a {type}, found a {(node is YamlSequence ? "list" : "mapping")}", Single(node));
            return null;
        }

        if (scalar.IsNull)
        {
            complaints.Add(DiagnosticCodes.NullValue, scalar.Span, $"`{scalar.Text}` means null, and a {type} is expected", $"quote it to mean the text: \"{scalar.Text}\"");
            return null;
        }

        switch (Literal.Read(type, scalar.Text))
        {
            case LiteralOk ok:
                return ok.Value;
            case LiteralError error:
                complaints.Add(error.Code, scalar.Span, error.Message, error.Help);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string? Single(YamlNode node) => node is YamlSequence { Items: [YamlScalar single] } ? $"write `{single.Text}`" : null;

    /// <summary>The values of a non-empty list; null after a complaint.</summary>
    public static Sequence<FactValue>? ReadList(YamlNode node, FactType type, Complaints complaints)
    {
        if (node is not YamlSequence list)
        {
            complaints.Add(DiagnosticCodes.WrongShape, node.Span, $"expected a list of {type}", node is YamlScalar scalar ? $"write `[{scalar.Text}]`" : null);
            return null;
        }

        if (list.Items.Count == 0)
        {
            complaints.Add(DiagnosticCodes.Empty, node.Span, "expected a list with at least one item");
            return null;
        }

        var values = list.Items.Select(item => Read(item, type, complaints)).ToList();
        return values.Exists(value => value is null) ? null : values.Select(value => value!).ToSequence();
    }
}
