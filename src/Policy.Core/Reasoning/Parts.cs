using Policy.Core.Conditions;

namespace Policy.Core.Reasoning;

/// <summary>What conditions and matchers consist of.</summary>
public static class Parts
{
    /// <summary>The conditions of which one consists, in the order of the text; those of its definition and of its elements are not among them.</summary>
    public static IReadOnlyList<Condition> Of(Condition condition) => condition switch
    {
        AllCondition all => all.Items,
        AnyCondition any => any.Items,
        NoneCondition none => none.Items,
        CountCondition count => count.Items,
        NotCondition negation => [negation.Item],
        WhenCondition choice => choice.Else is { } otherwise ? [choice.If, choice.Then, otherwise] : [choice.If, choice.Then],
        SwitchCondition choice => [.. choice.Cases.Select(item => item.Condition), choice.Default],
        _ => [],
    };

    /// <summary>What a matcher asks of elements: which of them count, and what holds for these; null where it does not say.</summary>
    public static (Condition? Where, Condition? Body) Elements(Matcher matcher) => matcher switch
    {
        QuantifiedMatcher quantified => (quantified.Where, quantified.Body),
        CountMatcher count => (count.Where, null),
        SumMatcher sum => (sum.Where, null),
        _ => (null, null),
    };

    /// <summary>The tests of which a condition consists; null for what is none, such as a definition or a switch.</summary>
    public static IEnumerable<TestCondition?> Tests(Condition condition) => condition switch
    {
        TestCondition test => [Of(test.Matcher).Any(part => part is IsMatcher) ? null : test],
        UseCondition or SwitchCondition or ConstantCondition => [null],
        _ => Of(condition).SelectMany(Tests),
    };

    /// <summary>The operators of which a matcher consists.</summary>
    public static IEnumerable<OperatorMatcher> Operators(Matcher matcher) => matcher switch
    {
        OperatorMatcher operation => [operation],
        AllMatcher all => all.Items.SelectMany(Operators),
        _ => [],
    };

    /// <summary>The matchers of which one consists, itself if it is a single one.</summary>
    public static IEnumerable<Matcher> Of(Matcher matcher) => matcher is AllMatcher all ? all.Items.SelectMany(Of) : [matcher];
}
