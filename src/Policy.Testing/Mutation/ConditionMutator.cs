using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Testing.Mutation;

/// <summary>Every single change of a condition.</summary>
internal static class ConditionMutator
{
    /// <summary>The changes: of the condition itself, then of its parts in the order of the text.</summary>
    public static IEnumerable<Edit<Condition>> Of(Condition condition) => condition is ConstantCondition constant ? Constants(constant)
        : Negated(condition).Concat(Within(condition));

    private static IEnumerable<Edit<Condition>> Negated(Condition condition) => condition is NotCondition negation
        ? [new(negation.Item, new EditNote(MutationKind.Negation, condition.Span, "not is left out", "not:", string.Empty))]
        : [new(new NotCondition(condition, condition.Span), new EditNote(MutationKind.Negation, condition.Span, "the condition becomes its opposite"))];

    private static IEnumerable<Edit<Condition>> Constants(ConstantCondition constant) => Enum.GetValues<Truth>().Where(other => other != constant.Truth).Select(other =>
        new Edit<Condition>(constant with { Truth = other }, new EditNote(MutationKind.Default, constant.Span, $"{Answers.Name(constant.Truth)} becomes {Answers.Name(other)}", Answers.Name(constant.Truth), Answers.Name(other))));

    private static IEnumerable<Edit<Condition>> Within(Condition condition) => condition switch
    {
        TestCondition test => new MatcherMutator(test.Subject.Type).Of(test.Matcher).Select(edit => edit.In(Condition (matcher) => test with { Matcher = matcher })),
        AllCondition all => Branches(all.Items, condition.Span, ("all", items => all with { Items = items })),
        AnyCondition any => Branches(any.Items, condition.Span, ("any", items => any with { Items = items })),
        NoneCondition none => Branches(none.Items, condition.Span, ("none", items => none with { Items = items })),
        CountCondition count => Counts(count),
        NotCondition negation => Of(negation.Item).Select(edit => edit.In(Condition (item) => negation with { Item = item })),
        WhenCondition choice => When(choice),
        SwitchCondition choice => Switch(choice),
        UseCondition => [],
        _ => throw new System.Diagnostics.UnreachableException($"no changes of {condition.GetType()}"),
    };

    private static IEnumerable<Edit<Condition>> Branches(Sequence<Condition> items, SourceSpan span, (string Name, Func<Sequence<Condition>, Condition> Put) self)
    {
        var others = items.Count == 1 ? [] : new (string Name, Condition Other)[] { ("all", new AllCondition(items, span)), ("any", new AnyCondition(items, span)), ("none", new NoneCondition(items, span)) };
        var exchanged = others.Where(other => other.Name != self.Name).Select(other => new Edit<Condition>(other.Other, new EditNote(MutationKind.Connective, span, $"{self.Name} becomes {other.Name}", $"{self.Name}:", $"{other.Name}:")));
        return exchanged.Concat(Items(items, self.Put));
    }

    private static IEnumerable<Edit<Condition>> Items(Sequence<Condition> items, Func<Sequence<Condition>, Condition> put) => items.SelectMany((item, index) =>
    {
        var changed = Of(item).Select(edit => edit.In(part => put(items.With(index, part))));
        return items.Count == 1 ? changed : changed.Prepend(new Edit<Condition>(put(items.Without(index)), new EditNote(MutationKind.Dropped, item.Span, "a branch is left out")));
    });

    private static IEnumerable<Edit<Condition>> Counts(CountCondition count)
    {
        foreach (var bound in Enum.GetValues<CountBound>().Where(bound => bound != count.Bound))
        {
            yield return new(count with { Bound = bound }, new EditNote(MutationKind.Connective, count.Span, $"{Name(count.Bound)} becomes {Name(bound)}", $"{Name(count.Bound)}:", $"{Name(bound)}:"));
        }

        foreach (var number in new[] { count.Number - 1, count.Number + 1 })
        {
            yield return new(count with { Number = number }, new EditNote(MutationKind.Bound, count.Span, $"{count.Number} becomes {number}", $"{Name(count.Bound)}: {count.Number}", $"{Name(count.Bound)}: {number}"));
        }

        foreach (var edit in Items(count.Items, items => count with { Items = items }))
        {
            yield return edit;
        }
    }

    private static string Name(CountBound bound) => bound switch
    {
        CountBound.AtLeast => "at_least",
        CountBound.AtMost => "at_most",
        CountBound.Exactly => "exactly",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Edit<Condition>> When(WhenCondition choice)
    {
        if (choice.Else is { } otherwise)
        {
            yield return new(choice with { Then = otherwise, Else = choice.Then }, new EditNote(MutationKind.Connective, choice.Span, "then and else are exchanged"));
            yield return new(choice with { Else = null }, new EditNote(MutationKind.Dropped, otherwise.Span, "else is left out"));
        }

        var parts = Of(choice.If).Select(edit => edit.In(Condition (part) => choice with { If = part }))
            .Concat(Of(choice.Then).Select(edit => edit.In(Condition (part) => choice with { Then = part })))
            .Concat(choice.Else is null ? [] : Of(choice.Else).Select(edit => edit.In(Condition (part) => choice with { Else = part })));
        foreach (var edit in parts)
        {
            yield return edit;
        }
    }

    private static IEnumerable<Edit<Condition>> Switch(SwitchCondition choice)
    {
        for (var index = 0; index < choice.Cases.Count; index++)
        {
            var (place, item) = (index, choice.Cases[index]);
            yield return new(choice with { Cases = choice.Cases.Without(place) }, new EditNote(MutationKind.Dropped, item.Condition.Span, "a case is left out"));
            foreach (var edit in Of(item.Condition))
            {
                yield return edit.In(Condition (part) => choice with { Cases = choice.Cases.With(place, item with { Condition = part }) });
            }
        }

        foreach (var edit in Of(choice.Default))
        {
            yield return edit.In(Condition (part) => choice with { Default = part });
        }
    }
}
