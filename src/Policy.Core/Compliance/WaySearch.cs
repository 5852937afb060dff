using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Core.Compliance;

/// <summary>Searches for the cheapest changes with which rules pass and nothing else is lost; bounded by counts, so that it finds the same everywhere.</summary>
internal sealed class WaySearch
{
    private const int MostStates = 1_500;
    private const int MostSubsets = 10;
    private readonly PolicyRun run;
    private readonly WayState start;
    private readonly RuleRepairs repairs;

    /// <summary>A search on a host.</summary>
    public WaySearch(PolicyRun run, HostFacts host) => (this.run, start, repairs) = (run, WayState.Of(run, host, []), new RuleRepairs(run));

    /// <summary>The facts by which a rule may be repaired; none if nothing can.</summary>
    public IEnumerable<FactReference> FactsOf((int Policy, int Rule) place) => repairs.Of(place, start).SelectMany(way => way).Select(step => step.Fact).Distinct();

    /// <summary>The host with changes.</summary>
    public WayState With(IEnumerable<FactStep> steps) => WayState.Of(run, start.Facts, steps);

    /// <summary>Whether rules pass and no other is lost.</summary>
    /// <param name="state">The host with changes.</param>
    /// <param name="goals">The rules.</param>
    public bool IsReached(WayState state, IEnumerable<(int Policy, int Rule)> goals) =>
        goals.All(goal => IsRepaired(state, goal)) && !Where(state, IsLost).Any();

    /// <summary>Whether a rule passes, if only with a warning.</summary>
    public static bool IsRepaired(WayState state, (int Policy, int Rule) place) => state.Verdicts[place.Policy][place.Rule] is Verdict.Pass or Verdict.Warn;

    /// <summary>Ways with which rules pass and nothing is lost, the cheapest first.</summary>
    /// <param name="goals">The rules.</param>
    /// <param name="most">How many ways.</param>
    public IReadOnlyList<WayState> Solve(IReadOnlyList<(int Policy, int Rule)> goals, int most)
    {
        var (found, seen, order) = (new List<WayState>(), new HashSet<string>(StringComparer.Ordinal) { start.Key }, 0);
        var open = new PriorityQueue<WayState, ((int, int, int) Cost, int Order)>();
        open.Enqueue(start, (start.Cost, order));
        for (var number = 0; number < MostStates && found.Count < most && open.TryDequeue(out var state, out _); number++)
        {
            if (IsReached(state, goals))
            {
                Keep(found, Smallest(state, goals));
                continue;
            }

            foreach (var next in Next(state, goals).Where(next => seen.Add(next.Key)))
            {
                open.Enqueue(next, (next.Cost, ++order));
            }
        }

        return found;
    }

    // The first rule that still fails is repaired next, in each way; a rule that a change has broken is one of them.
    private IEnumerable<WayState> Next(WayState state, IReadOnlyList<(int Policy, int Rule)> goals)
    {
        var failing = goals.Where(goal => !IsRepaired(state, goal)).Concat(Where(state, (place, verdict) => verdict == Verdict.Fail && IsLost(place, verdict))).ToList();
        return failing.Count == 0 ? [] : repairs.Of(failing[0], state).Select(way => With(way.Aggregate(state, (taken, step) => With(taken.With(step))).Steps)).Where(next => next.Steps.Count > 0);
    }

    // A way with all changes of another one and more is none.
    private static void Keep(List<WayState> found, WayState state)
    {
        var facts = state.Steps.Select(step => step.Fact).ToHashSet();
        if (!found.Exists(known => known.Steps.All(step => facts.Contains(step.Fact))))
        {
            found.Add(state);
        }
    }

    /// <summary>The smallest part of changes with which rules pass and nothing is lost; of many changes, a part of which none can be left out.</summary>
    public WayState Smallest(WayState state, IReadOnlyList<(int Policy, int Rule)> goals)
    {
        if (state.Steps.Count <= MostSubsets)
        {
            var parts = Enumerable.Range(0, 1 << state.Steps.Count).OrderBy(part => int.PopCount(part)).Select(part => With(state.Steps.Where((_, index) => (part & (1 << index)) != 0)));
            return parts.First(part => IsReached(part, goals));
        }

        for (var index = state.Steps.Count - 1; index >= 0; index--)
        {
            var less = With(state.Steps.Without(index));
            state = IsReached(less, goals) ? less : state;
        }

        return state;
    }

    private bool IsLost((int Policy, int Rule) place, Verdict verdict) => (start.Verdicts[place.Policy][place.Rule], verdict) switch
    {
        (Verdict.Pass, Verdict.Warn or Verdict.Fail or Verdict.Unknown) => true,
        (Verdict.Warn or Verdict.NotApplicable, Verdict.Fail) => true,
        (Verdict.Warn, Verdict.Unknown) => true,
        (Verdict.Unknown, Verdict.Fail) => true,
        _ => false,
    };

    private static IEnumerable<(int Policy, int Rule)> Where(WayState state, Func<(int Policy, int Rule), Verdict, bool> holds) =>
        from policy in Enumerable.Range(0, state.Verdicts.Length)
        from rule in Enumerable.Range(0, state.Verdicts[policy].Length)
        where holds((policy, rule), state.Verdicts[policy][rule])
        select (policy, rule);
}
