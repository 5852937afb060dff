using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Reasoning;

/// <summary>Finds the parts of a condition that can never make a difference.</summary>
/// <param name="space">The hosts.</param>
/// <param name="truth">Where conditions hold.</param>
internal sealed class Branches(FactSpace space, ConditionTruth truth)
{
    private readonly List<Diagnostic> found = [];

    private Diagrams Diagrams => space.Diagrams;

    /// <summary>What makes no difference among the possible hosts.</summary>
    public IReadOnlyList<Diagnostic> Find(Condition condition, int possible)
    {
        Visit(condition, possible);
        return found;
    }

    private void Visit(Condition condition, int possible)
    {
        switch (condition)
        {
            case AllCondition all:
                All(all.Items, possible);
                break;
            case AnyCondition any:
                Any(any.Items, possible);
                break;
            case NoneCondition none:
                Any(none.Items, possible);
                break;
            case NotCondition negation:
                Visit(negation.Item, possible);
                break;
            case CountCondition count:
                Counted(count.Items, possible);
                break;
            case WhenCondition choice:
                When(choice, possible);
                break;
            case SwitchCondition choice:
                Switch(choice, possible);
                break;
        }
    }

    // The later one of two that say the same is the one that adds nothing.
    private void All(IReadOnlyList<Condition> items, int possible)
    {
        var kept = items.ToList();
        foreach (var item in items.Reverse())
        {
            var beside = kept.Where(other => !ReferenceEquals(other, item)).ToList();
            var rest = beside.Aggregate(possible, (set, other) => Diagrams.And(set, truth.Of(other).True));
            if (IsOnlyPresence(item) || IsNeverAsked(item, rest) || !Diagrams.IsWithin(rest, truth.Of(item).True))
            {
                Visit(item, rest);
                continue;
            }

            var stronger = beside.Find(other => Diagrams.IsWithin(Diagrams.And(possible, truth.Of(other).True), truth.Of(item).True));
            found.Add(Flaws.Redundant(item.Span, Diagrams.IsWithin(possible, truth.Of(item).True) ? "it holds for all that are asked"
                : stronger is null ? "what stands beside it already implies it" : $"{Flaws.Quote(stronger)} already implies it"));
            kept.Remove(item);
        }
    }

    private void Any(IReadOnlyList<Condition> items, int possible)
    {
        var kept = items.ToList();
        foreach (var item in items.Reverse())
        {
            var own = Diagrams.And(possible, truth.Of(item).True);
            var beside = kept.Where(other => !ReferenceEquals(other, item)).ToList();
            var weaker = beside.Find(other => Diagrams.IsWithin(own, truth.Of(other).True));
            if (own == Diagrams.Nothing)
            {
                kept.Remove(item);
                found.Add(Flaws.Unreachable(item.Span, "this alternative can never hold here"));
            }
            else if (weaker is not null)
            {
                kept.Remove(item);
                found.Add(Flaws.Unreachable(item.Span, $"this alternative adds nothing: whoever meets it meets {Flaws.Quote(weaker)} too"));
            }
            else
            {
                Visit(item, possible);
            }
        }
    }

    private void Counted(IReadOnlyList<Condition> items, int possible)
    {
        foreach (var item in items)
        {
            if (Diagrams.And(possible, truth.Of(item).True) == Diagrams.Nothing)
            {
                found.Add(Flaws.Unreachable(item.Span, "this can never hold here, so it never counts"));
            }
            else
            {
                Visit(item, possible);
            }
        }
    }

    private void When(WhenCondition choice, int possible)
    {
        var (holds, fails) = (Diagrams.And(possible, truth.Of(choice.If).True), Diagrams.And(possible, truth.Of(choice.If).False));
        if (holds == Diagrams.Nothing)
        {
            found.Add(Flaws.Unreachable(choice.If.Span, "this never holds here, so `then` is never asked"));
        }
        else if (fails == Diagrams.Nothing && truth.Of(choice.If).True != Diagrams.Nothing && Diagrams.IsWithin(possible, holds))
        {
            found.Add(Flaws.Unreachable(choice.If.Span, choice.Else is null ? "this always holds here, so `when` changes nothing" : "this always holds here, so `else` is never asked"));
        }
        else
        {
            Branch(choice.Then, holds);
            Branch(choice.Else, fails);
        }
    }

    private void Branch(Condition? branch, int possible)
    {
        if (branch is null or ConstantCondition)
        {
            return;
        }

        if (Diagrams.IsWithin(possible, truth.Of(branch).True))
        {
            found.Add(Flaws.Redundant(branch.Span, "it holds whenever it is asked"));
        }
        else
        {
            Visit(branch, possible);
        }
    }

    private void Switch(SwitchCondition choice, int possible)
    {
        var rest = possible;
        for (var index = 0; index < choice.Cases.Count; index++)
        {
            var taken = Diagrams.And(rest, truth.Taken(choice, index));
            rest = Diagrams.Without(rest, truth.Taken(choice, index));
            if (taken == Diagrams.Nothing && SwitchCases.IsInside(choice, choice.Cases[index]))
            {
                found.Add(Flaws.Unreachable(choice.Cases[index].Condition.Span, $"the case `{Facts.FactText.Of(choice.Cases[index].Value, choice.Subject.Type)}` is never taken here"));
            }
            else if (taken != Diagrams.Nothing)
            {
                Visit(choice.Cases[index].Condition, taken);
            }
        }

        if (rest != Diagrams.Nothing && choice.Default is not ConstantCondition)
        {
            Visit(choice.Default, rest);
        }
    }

    // What is wrong there is said of its `when`.
    private bool IsNeverAsked(Condition item, int possible) => possible == Diagrams.Nothing
        || (item is WhenCondition choice && Diagrams.And(possible, truth.Of(choice.If).True) == Diagrams.Nothing);

    // `is: present` beside a bound says what the author thinks of an absent fact, and is a habit worth keeping.
    private static bool IsOnlyPresence(Condition condition) => condition is TestCondition { Matcher: IsMatcher };
}
