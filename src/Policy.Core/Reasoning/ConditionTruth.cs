using Policy.Core.Conditions;

namespace Policy.Core.Reasoning;

/// <summary>For which hosts of a space conditions hold: LANGUAGE 4 and 6 for hosts about which everything is known.</summary>
/// <param name="space">The hosts.</param>
internal sealed class ConditionTruth(FactSpace space)
{
    private readonly Dictionary<Condition, TruthSets> known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Matcher, TruthSets> matched = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, TruthSets> definitions = new(StringComparer.Ordinal);

    private Diagrams Diagrams => space.Diagrams;

    /// <summary>Where a condition holds.</summary>
    public TruthSets Of(Condition condition)
    {
        if (!known.TryGetValue(condition, out var truth))
        {
            known.Add(condition, truth = Read(condition));
        }

        return truth;
    }

    /// <summary>Where a matcher holds for a subject.</summary>
    public TruthSets Of(Subject subject, Matcher matcher)
    {
        if (!matched.TryGetValue(matcher, out var truth))
        {
            matched.Add(matcher, truth = new MatcherTruth(space, subject).Of(matcher));
        }

        return truth;
    }

    /// <summary>The hosts for which a switch takes a case.</summary>
    public int Taken(SwitchCondition choice, int index)
    {
        var axis = space.Scalar($"{choice.Subject}");
        var value = choice.Cases[index].Value;
        return axis.Against(value) is { } sign
            ? space.Cells(axis, cell => !cell.IsAbsent && sign(cell) == 0)
            : space.Boolean($"{choice.Subject} is {value}");
    }

    private TruthSets Read(Condition condition) => condition switch
    {
        TestCondition test => Of(test.Subject, test.Matcher),
        AllCondition all => And(all.Items),
        AnyCondition any => Or(any.Items),
        NoneCondition none => Or(none.Items).Not(),
        NotCondition negation => Of(negation.Item).Not(),
        CountCondition count => Count(count),
        WhenCondition choice => When(choice),
        SwitchCondition choice => Switch(choice),
        ConstantCondition constant => constant.Truth switch { Truth.True => TruthSets.Always, Truth.False => TruthSets.Never, _ => TruthSets.Open },
        UseCondition use => Use(use.Definition),
        _ => throw new System.Diagnostics.UnreachableException($"no truth of {condition.GetType()}"),
    };

    private TruthSets And(IEnumerable<Condition> items) => items.Aggregate(TruthSets.Always, (truth, item) => truth.And(Of(item), Diagrams));

    private TruthSets Or(IEnumerable<Condition> items) => items.Aggregate(TruthSets.Never, (truth, item) => truth.Or(Of(item), Diagrams));

    private TruthSets When(WhenCondition choice)
    {
        var condition = Of(choice.If);
        var then = condition.Not().Or(Of(choice.Then), Diagrams);
        return choice.Else is null ? then : then.And(condition.Or(Of(choice.Else), Diagrams), Diagrams);
    }

    private TruthSets Switch(SwitchCondition choice)
    {
        var (truth, rest) = (TruthSets.Open, Diagrams.Everything);
        for (var index = 0; index < choice.Cases.Count; index++)
        {
            var taken = Diagrams.And(rest, Taken(choice, index));
            truth = Joined(truth, Of(choice.Cases[index].Condition), taken);
            rest = Diagrams.Without(rest, taken);
        }

        return Joined(truth, Of(choice.Default), rest);
    }

    private TruthSets Joined(TruthSets truth, TruthSets branch, int taken) =>
        new(Diagrams.Or(truth.True, Diagrams.And(taken, branch.True)), Diagrams.Or(truth.False, Diagrams.And(taken, branch.False)));

    // Item by item: where at least n of those so far are true, for every n; and the same of those that are false.
    private TruthSets Count(CountCondition count)
    {
        var items = count.Items.Select(Of).ToList();
        var enough = AtLeast(count.Number, [.. items.Select(item => item.True)]);
        var tooFew = AtLeast(items.Count - count.Number + 1, [.. items.Select(item => item.False)]);
        var few = AtLeast(items.Count - count.Number, [.. items.Select(item => item.False)]);
        var tooMany = AtLeast(count.Number + 1, [.. items.Select(item => item.True)]);
        return count.Bound switch
        {
            CountBound.AtLeast => new TruthSets(enough, tooFew),
            CountBound.AtMost => new TruthSets(few, tooMany),
            CountBound.Exactly => new TruthSets(Diagrams.And(enough, few), Diagrams.Or(tooFew, tooMany)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private int AtLeast(int number, IReadOnlyList<int> sets)
    {
        if (number <= 0)
        {
            return Diagrams.Everything;
        }

        if (number > sets.Count)
        {
            return Diagrams.Nothing;
        }

        var reached = new int[number + 1];
        reached[0] = Diagrams.Everything;
        foreach (var set in sets)
        {
            for (var n = number; n > 0; n--)
            {
                reached[n] = Diagrams.Or(reached[n], Diagrams.And(reached[n - 1], set));
            }
        }

        return reached[number];
    }

    private TruthSets Use(string name)
    {
        if (!definitions.TryGetValue(name, out var truth))
        {
            truth = space.Scope.Definitions.TryGetValue(name, out var definition) ? Of(definition) : TruthSets.Of(space.Boolean($"use {name}"), Diagrams);
            definitions.Add(name, truth);
        }

        return truth;
    }
}
