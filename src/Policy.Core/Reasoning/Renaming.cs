using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Reasoning;

/// <summary>Gives the definitions that a condition uses other names, so that two policies can be reasoned about at once.</summary>
internal static class Renaming
{
    /// <summary>The condition with a mark behind every name of a definition.</summary>
    public static Condition Of(Condition condition, string mark) => condition switch
    {
        UseCondition use => use with { Definition = $"{use.Definition}{mark}" },
        AllCondition all => all with { Items = Each(all.Items, mark) },
        AnyCondition any => any with { Items = Each(any.Items, mark) },
        NoneCondition none => none with { Items = Each(none.Items, mark) },
        NotCondition negation => negation with { Item = Of(negation.Item, mark) },
        CountCondition count => count with { Items = Each(count.Items, mark) },
        WhenCondition choice => choice with { If = Of(choice.If, mark), Then = Of(choice.Then, mark), Else = choice.Else is null ? null : Of(choice.Else, mark) },
        SwitchCondition choice => choice with { Cases = choice.Cases.Select(item => item with { Condition = Of(item.Condition, mark) }).ToSequence(), Default = Of(choice.Default, mark) },
        TestCondition or ConstantCondition => condition,
        _ => throw new System.Diagnostics.UnreachableException($"no names in {condition.GetType()}"),
    };

    private static Sequence<Condition> Each(Sequence<Condition> items, string mark) => items.Select(item => Of(item, mark)).ToSequence();
}
