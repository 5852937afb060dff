using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Reasoning;

/// <summary>Finds the parts for which a condition cannot be met.</summary>
/// <param name="space">The hosts.</param>
/// <param name="truth">Where conditions hold.</param>
/// <param name="role">What the condition is for.</param>
internal sealed class Contradictions(FactSpace space, ConditionTruth truth, QuestionRole role)
{
    private Diagrams Diagrams => space.Diagrams;

    /// <summary>Why none of the possible hosts meets a condition.</summary>
    public IReadOnlyList<Diagnostic> Find(Condition condition, int possible) => condition switch
    {
        AllCondition all => All(all, possible),
        AnyCondition any => [.. any.Items.SelectMany(item => Find(item, possible))],
        _ => [Flaws.Never(condition.Span, role, Reason(condition))],
    };

    private IReadOnlyList<Diagnostic> All(AllCondition all, int possible)
    {
        if (all.Items.FirstOrDefault(item => Diagrams.And(possible, truth.Of(item).True) == Diagrams.Nothing) is { } impossible)
        {
            return Find(impossible, possible);
        }

        var held = possible;
        for (var index = 0; index < all.Items.Count; index++)
        {
            var item = all.Items[index];
            var own = Diagrams.And(possible, truth.Of(item).True);
            held = Diagrams.And(held, own);
            if (held == Diagrams.Nothing)
            {
                var rival = all.Items.Take(index).FirstOrDefault(other => Diagrams.And(own, truth.Of(other).True) == Diagrams.Nothing);
                return [Flaws.Never(item.Span, role, rival is null ? "it does not go together with the conditions before it" : $"it excludes {Flaws.Quote(rival)}")];
            }
        }

        return [Flaws.Never(all.Span, role, null)];
    }

    private string? Reason(Condition condition) =>
        truth.Of(condition).True != Diagrams.Nothing ? "it excludes what holds for all hosts that are asked"
        : condition is NotCondition or NoneCondition ? "what it denies always holds"
        : null;
}
