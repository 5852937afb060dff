using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>A question about a text that is not decided by comparing it with whole texts.</summary>
/// <param name="Operator">What is asked.</param>
/// <param name="Values">The operand.</param>
internal sealed record TextPart(FactOperator Operator, IReadOnlyList<FactValue> Values)
{
    /// <summary>The only text of the operand; null if there are several.</summary>
    public string? Text => Values is [StringValue single] ? single.Value : null;
}

/// <summary>For which texts questions about parts and patterns hold.</summary>
internal static class TextParts
{
    // A question that all of these meet is met by every text on one line, as far as an author is concerned.
    private static readonly StringValue[] Samples =
    [
        new(string.Empty), new("\u4e2d\u6587 \U0001f600\u0301"), new(new string('x', 4000)), new(Printable), new($" {Printable}{Printable}"),
        .. Printable.Select(letter => new StringValue($"{letter}")),
    ];

    private static string Printable => string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code));

    /// <summary>The hosts whose text, none of those that are named, meets a question.</summary>
    public static int Hosts(FactSpace space, string axis, TextPart part)
    {
        return MayHoldForAll(part) && part.Operator.Prepare(part.Values) is { } test && Array.TrueForAll(Samples, sample => test(sample, default) == true)
            ? Diagrams.Everything
            : space.Part(axis, part);
    }

    // Compiling a pattern takes long; one without a part that may be empty does not hold for the empty text.
    private static bool MayHoldForAll(TextPart part) => part.Operator.Shape switch
    {
        OperandShape.Pattern => part.Text is { } pattern && (pattern.Length == 0 || pattern.AsSpan().ContainsAny("*?{|^$")),
        OperandShape.Networks => false,
        _ => true,
    };

    /// <summary>Whether every text that meets the first question meets the second one.</summary>
    public static bool Implies(TextPart first, TextPart second) => (first.Operator.Name, second.Operator.Name, first.Text, second.Text) switch
    {
        ("starts_with", "starts_with", { } a, { } b) => a.StartsWith(b, StringComparison.Ordinal),
        ("ends_with", "ends_with", { } a, { } b) => a.EndsWith(b, StringComparison.Ordinal),
        ("starts_with" or "ends_with" or "contains", "contains", { } a, { } b) => a.Contains(b, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Whether no text meets both questions.</summary>
    public static bool Excludes(TextPart first, TextPart second) => (first.Operator.Name, second.Operator.Name, first.Text, second.Text) switch
    {
        ("starts_with", "starts_with", { } a, { } b) => !a.StartsWith(b, StringComparison.Ordinal) && !b.StartsWith(a, StringComparison.Ordinal),
        ("ends_with", "ends_with", { } a, { } b) => !a.EndsWith(b, StringComparison.Ordinal) && !b.EndsWith(a, StringComparison.Ordinal),
        _ => false,
    };
}
