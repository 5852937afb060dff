using Policy.Core.Candidates;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Testing.Suggestions;

/// <summary>Looks for a host that shows something: a known host with as few facts changed as it takes.</summary>
/// <remarks>Bounded, and the same every time. The evaluator is the judge of what a host shows.</remarks>
/// <param name="bases">The known hosts, with the run over whose slots their facts stand.</param>
/// <param name="policy">The policy, whose bounds say which values are worth trying.</param>
internal sealed class HostSearch(IReadOnlyList<BaseHost> bases, PolicyDocument policy)
{
    private const int MostTries = 4_000;
    private const int MostSingles = 4_000;
    private const int MostOfAll = 250_000;
    private readonly Dictionary<(string Facts, NodeOutcome Outcome), FoundHost> climbs = [];
    private (string Key, List<FoundHost> Hosts, IEnumerator<FoundHost> More)? last;
    private int tried;
    private readonly FactCandidates candidates = new(FactQuestions.Of(policy), new ParameterChoices(bases.Select(host => host.Run.Plans[0].Settings.Parameters).Distinct()));

    /// <summary>A host that shows it; null if none was found.</summary>
    /// <param name="facts">The facts that can matter.</param>
    /// <param name="shows">Whether a host shows it.</param>
    public FoundHost? Find(IReadOnlyList<FactReference> facts, Func<BaseHost, HostFacts, bool> shows)
    {
        foreach (var host in Hosts(facts))
        {
            if (shows(host.Base, host.Facts))
            {
                return Smaller(host, shows);
            }

            if (++tried > MostOfAll)
            {
                return null;
            }
        }

        return null;
    }

    // Made as far as they are asked for, and kept for the next search over the same facts.
    private IEnumerable<FoundHost> Hosts(IReadOnlyList<FactReference> facts)
    {
        var key = string.Join('\n', facts.Select(fact => fact.Path));
        if (last?.Key != key)
        {
            last = (key, [], bases.Select(host => new FoundHost(host, [])).Concat(Single(facts)).Concat(Several(facts)).GetEnumerator());
        }

        var (_, hosts, more) = last!.Value;
        for (var index = 0; ; index++)
        {
            if (index == hosts.Count)
            {
                if (!more.MoveNext())
                {
                    yield break;
                }

                hosts.Add(more.Current);
            }

            yield return hosts[index];
        }
    }

    private IEnumerable<FoundHost> Single(IReadOnlyList<FactReference> facts) =>
        (from start in bases.Select(host => new FoundHost(host, [])).Concat(Climbs(facts)) from fact in facts from observation in Candidates(fact, start) select start.With(fact, observation)).Take(MostSingles);

    // Two changes, then three, and so on, drawn by a generator that starts the same every time.
    private IEnumerable<FoundHost> Several(IReadOnlyList<FactReference> facts)
    {
        List<FoundHost> from = [.. bases.Select(host => new FoundHost(host, [])), .. Climbs(facts)];
        var draw = new Lottery();
        for (var attempt = 0; attempt < MostTries && facts.Count > 0; attempt++)
        {
            var found = from[draw.Below(from.Count)];
            var number = Math.Min(facts.Count, 2 + (attempt * 8 / MostTries));
            for (var change = 0; change < number; change++)
            {
                var fact = facts[draw.Below(facts.Count)];
                var choices = Candidates(fact, found);
                found = found.With(fact, choices[draw.Below(choices.Count)]);
            }

            yield return found;
        }
    }

    // The first known host with as much as possible true, and with as much as possible false; only where nothing simpler was found.
    private IEnumerable<FoundHost> Climbs(IReadOnlyList<FactReference> facts)
    {
        var key = string.Join('\n', facts.Select(fact => fact.Path));
        foreach (var outcome in new[] { NodeOutcome.True, NodeOutcome.False })
        {
            if (!climbs.TryGetValue((key, outcome), out var known))
            {
                climbs.Add((key, outcome), known = Climbed(bases[0], facts, outcome));
            }

            yield return known;
        }
    }

    private FoundHost Climbed(BaseHost host, IReadOnlyList<FactReference> facts, NodeOutcome outcome)
    {
        var best = new FoundHost(host, []);
        var most = Count(best, outcome);
        foreach (var fact in facts.Concat(facts))
        {
            foreach (var next in Candidates(fact, best).Select(observation => best.With(fact, observation)))
            {
                var count = Count(next, outcome);
                (best, most) = count > most ? (next, count) : (best, most);
            }
        }

        return best;
    }

    private static int Count(FoundHost host, NodeOutcome outcome)
    {
        var count = 0;
        NodeOutcomes.Of(host.Base.Run.Plans[0], host.Facts, (_, seen) => count += seen == outcome ? 1 : 0);
        return count;
    }

    private List<Observation> Candidates(FactReference fact, FoundHost host) => [.. candidates.Of(fact, host.Facts, host.Base.Run.Slots), .. Seen(fact)];

    // What other known hosts have.
    private IEnumerable<Observation> Seen(FactReference fact) =>
        bases.Select(host => host.Facts.Slots[host.Run.Slots.SlotOf(fact)]).Distinct().Select(observation => observation is Present present ? present with { Source = string.Empty } : observation);

    private static FoundHost Smaller(FoundHost found, Func<BaseHost, HostFacts, bool> shows)
    {
        for (var index = found.Changes.Count - 1; index >= 0; index--)
        {
            var less = new FoundHost(found.Base, found.Changes.Without(index));
            found = shows(less.Base, less.Facts) ? less : found;
        }

        return found;
    }

    /// <summary>Numbers without a pattern, the same every time: the generator of Lehmer with the multiplier of Park and Miller.</summary>
    private sealed class Lottery
    {
        private long state = 20_261_123;

        public int Below(int limit)
        {
            state = state * 48_271 % int.MaxValue;
            return (int)(state % limit);
        }
    }
}

/// <summary>A known host of tests.</summary>
/// <param name="Name">Its name in the tests.</param>
/// <param name="Case">The case that judges it; null for a host that no tests know.</param>
/// <param name="Run">The policy, compiled with the parameters of the case.</param>
/// <param name="Facts">Its facts, over the slots of the run.</param>
internal sealed record BaseHost(string Name, TestCase? Case, PolicyRun Run, HostFacts Facts);
