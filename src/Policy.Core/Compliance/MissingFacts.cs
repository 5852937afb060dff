using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Core.Compliance;

/// <summary>A fact that nobody could tell, and that would decide something.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Unknown">Why it is unknown.</param>
/// <param name="Decides">The rules that some of its values decide, alone or with the other missing facts: policy, slash, rule.</param>
public sealed record MissingFact(FactReference Fact, Unknown Unknown, Sequence<string> Decides);

/// <summary>Finds what to collect next: for every undecided rule the fewest unknown facts of which some values decide it, as few as possible in all.</summary>
/// <remarks>Facts of one rule that other rules need too are preferred; the rules are taken in their order, so the sum is small, and not proven to be the least.</remarks>
public sealed class MissingFacts
{
    private const int MostWays = 64;
    private readonly PolicyRun run;
    private readonly HostFacts facts;

    private MissingFacts(PolicyRun run, HostFacts facts) => (this.run, this.facts) = (run, facts);

    /// <summary>The facts; those that decide most rules first.</summary>
    /// <param name="run">The policies.</param>
    /// <param name="facts">The host, over the slots of the run.</param>
    /// <param name="findings">What the run found about it.</param>
    public static Sequence<MissingFact> Find(PolicyRun run, HostFacts facts, HostFindings findings)
    {
        var (search, chosen) = (new MissingFacts(run, facts), new List<(FactReference Fact, List<string> Rules)>());
        var open = findings.Policies.SelectMany((policy, number) => policy.Findings.Where(finding => finding.Verdict == Verdict.Unknown).Select(finding => (Number: number, Name: $"{policy.Policy.Id}/{finding.Rule.Id}", finding.Explanation)))
            .DistinctBy(item => item.Name)
            .Select(item => (item.Name, Ways: search.Ways(item.Number, item.Explanation)))
            .Where(item => item.Ways.Count > 0)
            .OrderBy(item => item.Ways.Count);
        foreach (var (name, ways) in open)
        {
            var way = ways.MinBy(way => (way.Count(fact => !chosen.Exists(known => known.Fact == fact)), way.Count))!;
            foreach (var fact in way)
            {
                if (!chosen.Exists(known => known.Fact == fact))
                {
                    chosen.Add((fact, []));
                }

                chosen.Find(known => known.Fact == fact).Rules.Add(name);
            }
        }

        return chosen.OrderByDescending(item => item.Rules.Count).Select(item => new MissingFact(item.Fact, UnknownPart(facts.Slots[run.Slots.SlotOf(item.Fact)])!, [.. item.Rules])).ToSequence();
    }

    // Sets of unknown facts; some values of each decide the condition, whatever the other facts are.
    private List<IReadOnlyList<FactReference>> Ways(int policy, Explanation explanation) =>
        [.. new[] { Truth.True, Truth.False }.SelectMany(wanted => Changes.For(explanation, wanted) is { } change ? Ways(policy, change) : []).Where(way => way.Count > 0).Take(MostWays)];

    private IEnumerable<IReadOnlyList<FactReference>> Ways(int policy, Change change) => change switch
    {
        AnswerChange { Test: { Truth: Truth.Unknown, Condition: { } asked } } => [Unknown(policy, asked)],
        GroupChange group => Chosen(policy, group.Number, group.Items),
        _ => [],
    };

    private IEnumerable<IReadOnlyList<FactReference>> Chosen(int policy, int number, Sequence<Change> items)
    {
        if (number == 0)
        {
            return [[]];
        }

        return number > items.Count ? []
            : Ways(policy, items[0]).Take(MostWays).SelectMany(first => Chosen(policy, number - 1, items.Without(0)).Take(MostWays).Select(IReadOnlyList<FactReference> (rest) => [.. first.Union(rest)]))
                .Concat(Chosen(policy, number, items.Without(0)));
    }

    private List<FactReference> Unknown(int policy, Condition asked) =>
        [.. new RuleFacts(run.Plans[policy].Policy).Of(asked).Distinct().Where(fact => UnknownPart(facts.Slots[run.Slots.SlotOf(fact)]) is not null)];

    // Of a list or a map a part can be unknown.
    private static Unknown? UnknownPart(Observation? observation) => observation switch
    {
        Unknown unknown => unknown,
        Present { Value: ListValue list } => list.Items.Select(UnknownPart).FirstOrDefault(part => part is not null),
        Present { Value: RecordValue record } => record.Fields.Items.Values.Select(UnknownPart).FirstOrDefault(part => part is not null),
        Present { Value: MapValue { IsComplete: false } } => new Unknown(UnknownCause.NotCollected),
        Present { Value: MapValue map } => map.Entries.Items.Values.Select(UnknownPart).FirstOrDefault(part => part is not null),
        _ => null,
    };
}
