using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>What one rule concluded about one host.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Verdict">The conclusion.</param>
/// <param name="Explanation">Why: of a rule that does not apply its <c>applies</c>, of one that warns its <c>recommend</c>, otherwise its <c>require</c>.</param>
/// <param name="Evidence">The facts that it rests on, in the order of the rule's text, each once.</param>
/// <param name="BecauseOf">The rules among its needs that did not pass: its root causes, by id.</param>
/// <param name="Remedy">The way to meet it on this host; null unless it fails or warns, or if nobody wrote one.</param>
public sealed record Finding(Rule Rule, Verdict Verdict, Explanation Explanation, Sequence<Evidence> Evidence, Sequence<string> BecauseOf, Remedy? Remedy)
{
    /// <summary>The waiver in force, and the verdict without it; null unless the verdict is waived.</summary>
    /// <remarks>Everything else is as it is without the waiver: the explanation, the root causes, the remedy.</remarks>
    public Acceptance? Acceptance { get; init; }

    /// <summary>Whether it was there before; null without a baseline, and for what passes, is waived or does not apply.</summary>
    public FindingAge? Age { get; init; }
}
