using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Tests.Evaluation;

namespace Policy.Tests.Conditions.Operators;

/// <summary>Asks operators of bare values.</summary>
internal static class Ask
{
    /// <summary>The answer about a present value; null if it is open, or the operands cannot be used.</summary>
    public static bool? Of(string name, FactValue fact, params FactValue[] operands) =>
        FactOperators.Find(name)!.Prepare(operands)?.Invoke(fact, new FactContext(LawRun.CollectedAt, null));

    /// <summary>The same of texts.</summary>
    public static bool? OfText(string name, string fact, params string[] operands) => Of(name, Text(fact), [.. operands.Select(Text)]);

    /// <summary>A text.</summary>
    public static FactValue Text(string text) => new StringValue(text);

    /// <summary>A number.</summary>
    public static FactValue Number(decimal number) => new NumberValue(number);

    /// <summary>A list whose elements are all present.</summary>
    public static ListValue List(params IEnumerable<FactValue> items) => new([.. items.Select(item => new Present(item))]);

    /// <summary>A list of texts.</summary>
    public static ListValue Texts(params IEnumerable<string> items) => List(items.Select(Text));
}
