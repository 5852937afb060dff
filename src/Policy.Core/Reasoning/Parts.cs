using Policy.Core.Conditions;

namespace Policy.Core.Reasoning;

/// <summary>What conditions and matchers consist of.</summary>
internal static class Parts
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
