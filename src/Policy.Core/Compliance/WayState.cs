using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Core.Compliance;

/// <summary>A host with some facts otherwise, and what the policies say about it.</summary>
internal sealed record WayState
{
    private WayState(HostFacts facts, Sequence<FactStep> steps, Verdict[][] verdicts) => (Facts, Steps, Verdicts) = (facts, steps, verdicts);

    /// <summary>The facts.</summary>
    public HostFacts Facts { get; }

    /// <summary>What is otherwise; no fact twice.</summary>
    public Sequence<FactStep> Steps { get; }

    /// <summary>By policy and rule.</summary>
    public Verdict[][] Verdicts { get; }

    /// <summary>The most effort, all efforts, and how many: what a way costs, the first deciding.</summary>
    public (int Most, int Sum, int Count) Cost => (Steps.Select(step => (int)step.Effort).DefaultIfEmpty(-1).Max(), Steps.Sum(step => 1 << (2 * (int)step.Effort)), Steps.Count);

    /// <summary>What tells two states apart.</summary>
    public string Key => string.Join('\n', Steps.Select(step => $"{step.Fact.Path} {(step.To is Present present ? FactText.Exactly(present.Value, step.Fact.Type) : "absent")}").Order(StringComparer.Ordinal));

    /// <summary>A host with changes.</summary>
    public static WayState Of(PolicyRun run, HostFacts host, IEnumerable<FactStep> steps)
    {
        var taken = steps.ToSequence();
        var facts = taken.Aggregate(host, (changed, step) => step.Change.Apply(changed, run.Slots));
        return new WayState(facts, taken, [.. run.Plans.Select(plan => Assessment.VerdictsOf(plan, facts).ToArray())]);
    }

    /// <summary>The changes with one more; one of the same fact, of a part of it or of what holds it is replaced.</summary>
    public IEnumerable<FactStep> With(FactStep step)
    {
        var before = Steps.FirstOrDefault(known => known.Fact == step.Fact);
        var effort = before is null || before.Effort < step.Effort ? step.Effort : before.Effort;
        return Steps.Where(known => !HostChange.Concerns(known.Fact, step.Fact)).Append(step with { From = before?.From ?? step.From, Effort = effort });
    }
}
