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
    private const int MostTries = 6_000;
    private const int MostSingles = 4_000;
    private readonly FactCandidates candidates = new(FactQuestions.Of(policy));

    /// <summary>A host that shows it; null if none was found.</summary>
    /// <param name="facts">The facts that can matter.</param>
    /// <param name="shows">Whether a host shows it.</param>
    public FoundHost? Find(IReadOnlyList<FactReference> facts, Func<BaseHost, HostFacts, bool> shows) =>
        (Unchanged(shows) ?? Single(facts, shows) ?? Several(facts, shows)) is { } found ? Smaller(found, shows) : null;

    private FoundHost? Unchanged(Func<BaseHost, HostFacts, bool> shows) =>
        bases.FirstOrDefault(host => shows(host, host.Facts)) is { } known ? new FoundHost(known, []) : null;

    private FoundHost? Single(IReadOnlyList<FactReference> facts, Func<BaseHost, HostFacts, bool> shows)
    {
        var changes = from host in bases from fact in facts from observation in Candidates(fact, host) select new FoundHost(host, [new HostChange(fact, observation)]);
        return changes.Take(MostSingles).FirstOrDefault(found => shows(found.Base, found.Facts));
    }

    // Two changes, then three, and so on, drawn by a generator that starts the same every time.
    private FoundHost? Several(IReadOnlyList<FactReference> facts, Func<BaseHost, HostFacts, bool> shows)
    {
        var draw = new Lottery();
        for (var attempt = 0; attempt < MostTries && facts.Count > 0; attempt++)
        {
            var host = bases[draw.Below(bases.Count)];
            var number = Math.Min(facts.Count, 2 + (attempt * 8 / MostTries));
            var found = new FoundHost(host, []);
            for (var change = 0; change < number; change++)
            {
                var fact = facts[draw.Below(facts.Count)];
                var choices = Candidates(fact, host with { Facts = found.Facts });
                found = found with { Changes = [.. found.Changes.Where(known => known.Fact != fact), new HostChange(fact, choices[draw.Below(choices.Count)])] };
            }

            if (shows(host, found.Facts))
            {
                return found;
            }
        }

        return null;
    }

    private List<Observation> Candidates(FactReference fact, BaseHost host) => [.. candidates.Of(fact, host.Facts, host.Run.Slots), .. Seen(fact)];

    // What other known hosts have.
    private IEnumerable<Observation> Seen(FactReference fact) =>
        bases.Select(host => host.Facts.Slots[host.Run.Slots.SlotOf(fact)]).Distinct().Select(observation => observation is Present present ? present with { Source = string.Empty } : observation);

    private static FoundHost Smaller(FoundHost found, Func<BaseHost, HostFacts, bool> shows)
    {
        for (var index = found.Changes.Count - 1; index >= 0; index--)
        {
            var less = found with { Changes = found.Changes.Without(index) };
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

/// <summary>A host that shows something.</summary>
/// <param name="Base">The host that is changed.</param>
/// <param name="Changes">What is otherwise, in the order in which it is changed; no fact twice.</param>
internal sealed record FoundHost(BaseHost Base, Sequence<HostChange> Changes)
{
    /// <summary>Its facts.</summary>
    public HostFacts Facts => Changes.Aggregate(Base.Facts, (facts, change) => change.Apply(facts, Base.Run.Slots));
}
