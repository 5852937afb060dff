using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Testing.Suites;

namespace Policy.Testing.Coverage;

/// <summary>What the tests of a policy have seen of it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Points">Every place at which something can be seen, in the order of the text.</param>
public sealed record CoverageResult(PolicyDocument Policy, Sequence<SeenPoint> Points)
{
    /// <summary>How many outcomes can be seen.</summary>
    public int Possible => Points.Sum(point => point.Point.Outcomes.Count);

    /// <summary>How many of them were seen.</summary>
    public int Seen => Points.Sum(point => point.Seen.Count);

    /// <summary>From 0 to 1, rounded down to thousandths; 1 where nothing can be seen.</summary>
    public decimal Share => ShareOf(Seen, Possible);

    /// <summary>What the cases of a suite see.</summary>
    public static CoverageResult Of(TestSuite suite, IEnumerable<SuiteCase> cases)
    {
        var seen = new Dictionary<object, HashSet<NodeOutcome>>(ReferenceEqualityComparer.Instance);
        foreach (var item in cases)
        {
            NodeOutcomes.Of(item.Run.Plans[0], item.Facts, (node, outcome) => (seen.TryGetValue(node, out var known) ? known : seen[node] = []).Add(outcome));
        }

        var points = new CoveragePoints(suite.Policy).All();
        return new CoverageResult(suite.Policy, points.Select(point => new SeenPoint(point, Common(point, seen.GetValueOrDefault(point.Node, [])))).ToSequence());
    }

    /// <summary>A part of a whole, rounded down to thousandths; 1 of nothing.</summary>
    public static decimal ShareOf(int part, int whole) => whole == 0 ? 1 : decimal.Floor(part * 1000m / whole) / 1000m;

    private static Sequence<NodeOutcome> Common(CoveragePoint point, HashSet<NodeOutcome> seen) => point.Outcomes.Where(seen.Contains).ToSequence();
}

/// <summary>A place of a policy and what was seen there.</summary>
/// <param name="Point">The place.</param>
/// <param name="Seen">The outcomes that were seen, of those that can be.</param>
public sealed record SeenPoint(CoveragePoint Point, Sequence<NodeOutcome> Seen)
{
    /// <summary>The outcomes that nobody saw.</summary>
    public IEnumerable<NodeOutcome> Missing => Point.Outcomes.Where(outcome => !Seen.Contains(outcome));
}

/// <summary>The words for outcomes.</summary>
public static class OutcomeWords
{
    /// <summary><c>true</c>, <c>false</c>, <c>unknown</c> or <c>chosen</c>.</summary>
    public static string Name(this NodeOutcome outcome) => outcome switch
    {
        NodeOutcome.True => "true",
        NodeOutcome.False => "false",
        NodeOutcome.Unknown => "unknown",
        NodeOutcome.Chosen => "chosen",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
