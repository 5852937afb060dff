using System.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Conditions;

/// <summary>Matchers and conditions in words for readers.</summary>
public static class ConditionText
{
    /// <summary>What is asked of a subject, such as <c>at least 8 GiB</c> or <c>contains any of vmx, svm</c>.</summary>
    /// <param name="matcher">The question.</param>
    /// <param name="type">The type of the subject.</param>
    /// <param name="parameters">The chosen values of parameters.</param>
    public static string Of(Matcher matcher, FactType type, IReadOnlyDictionary<string, FactValue> parameters) => matcher switch
    {
        IsMatcher presence => presence.Present ? "present" : "absent",
        OperatorMatcher operation => $"{operation.Operator.Phrase} {Of(operation.Operand, operation.Operator.OperandType(type), parameters)}",
        AllMatcher all => string.Join(" and ", all.Items.Select(item => Of(item, type, parameters))),
        QuantifiedMatcher quantified => $"has {Word(quantified.Quantifier)} element{Where(quantified.Where, parameters)} with {Inline(quantified.Body, parameters)}",
        CountMatcher count => $"number of elements{Where(count.Where, parameters)} {Of(count.Number, new NumberType(), parameters)}",
        SumMatcher sum => $"sum of {sum.Of}{Where(sum.Where, parameters)} {Of(sum.Number, sum.Of.Type, parameters)}",
        _ => throw new UnreachableException($"no words for {matcher.GetType()}"),
    };

    /// <summary>How a condition combines its parts, such as <c>all of</c>; of a test the whole question.</summary>
    public static string Of(Condition condition, IReadOnlyDictionary<string, FactValue> parameters) => condition switch
    {
        TestCondition test => $"{test.Subject} {Of(test.Matcher, test.Subject.Type, parameters)}",
        AllCondition => "all of",
        AnyCondition => "any of",
        NoneCondition => "none of",
        NotCondition => "not",
        CountCondition count => $"{BoundText(count.Bound)} {count.Number} of",
        WhenCondition implies => implies.Else is null ? "when, then" : "when, then, else",
        SwitchCondition choice => $"by {choice.Subject}",
        ConstantCondition constant => constant.Truth == Truth.True ? "pass" : constant.Truth == Truth.False ? "fail" : "unknown",
        UseCondition use => use.Definition.Replace('_', ' '),
        _ => throw new UnreachableException($"no words for {condition.GetType()}"),
    };

    private static string Word(Quantifier quantifier) => quantifier switch
    {
        Quantifier.Some => "an",
        Quantifier.Every => "every",
        Quantifier.None => "no",
        _ => throw new UnreachableException(),
    };

    private static string Where(Condition? where, IReadOnlyDictionary<string, FactValue> parameters) =>
        where is null ? string.Empty : $" where {Inline(where, parameters)}";

    // A condition over an element on one line; deeper ones stand as a tree in the explanation.
    private static string Inline(Condition condition, IReadOnlyDictionary<string, FactValue> parameters) => condition switch
    {
        AllCondition all => string.Join(" and ", all.Items.Select(item => Inline(item, parameters))),
        TestCondition => Of(condition, parameters),
        _ => $"{Of(condition, parameters)} its conditions",
    };

    private static string BoundText(CountBound bound) => bound switch
    {
        CountBound.AtLeast => "at least",
        CountBound.AtMost => "at most",
        CountBound.Exactly => "exactly",
        _ => throw new UnreachableException(),
    };

    private static string Of(Operand operand, FactType type, IReadOnlyDictionary<string, FactValue> parameters) => operand switch
    {
        LiteralOperand literal => string.Join(", ", literal.Values.Select(value => FactText.Of(value, type))),
        ParameterOperand parameter => parameters.TryGetValue(parameter.Name, out var value) ? Chosen(value, type) : parameter.Name,
        FactOperand fact => $"{fact.Subject}{Scale(fact, type)}",
        RangeOperand range => $"{Of(range.Low, type, parameters)} and {Of(range.High, type, parameters)}",
        _ => throw new UnreachableException($"no words for {operand.GetType()}"),
    };

    private static string Chosen(FactValue value, FactType type) =>
        value is ListValue list ? string.Join(", ", list.Items.OfType<Present>().Select(item => FactText.Of(item.Value, type))) : FactText.Of(value, type);

    private static string Scale(FactOperand fact, FactType type)
    {
        var times = fact.Times is { } factor ? $" times {FactText.Of(new NumberValue(factor), new NumberType())}" : string.Empty;
        return fact.Plus is { } plus ? $"{times} plus {FactText.Of(new NumberValue(plus), type)}" : times;
    }
}
