using Policy.Core.Conditions;

namespace Policy.Core.Reasoning;

/// <summary>For which hosts <c>some</c>, <c>every</c> and <c>none</c> hold: LANGUAGE 6.6.</summary>
/// <param name="space">The hosts.</param>
/// <param name="elements">The elements.</param>
internal sealed class QuantifierTruth(FactSpace space, ElementSpace elements)
{
    private Diagrams Diagrams => space.Diagrams;

    /// <summary>Where a quantifier holds.</summary>
    public TruthSets Of(QuantifiedMatcher matcher)
    {
        var truth = new ConditionTruth(elements.Inner);
        var where = matcher.Where is null ? TruthSets.Always : truth.Of(matcher.Where);
        var body = truth.Of(matcher.Body);
        return matcher.Quantifier switch
        {
            Quantifier.Some => Some(where, body),
            Quantifier.Every => Every(where, body, matcher.Empty),
            Quantifier.None => Every(where, body.Not(), matcher.Empty),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private TruthSets Some(TruthSets where, TruthSets body)
    {
        var both = where.And(body, elements.Inner.Diagrams);
        return new TruthSets(elements.HostsWith(both.True), NoneOf(elements.Inner.Diagrams.Complement(both.False)));
    }

    private TruthSets Every(TruthSets where, TruthSets body, Truth empty)
    {
        var offending = where.And(body.Not(), elements.Inner.Diagrams);
        var (counts, holds, fails) = (elements.HostsWith(where.True), NoneOf(elements.Inner.Diagrams.Complement(offending.False)), elements.HostsWith(offending.True));
        return empty switch
        {
            Truth.True => new TruthSets(holds, fails),
            Truth.False => new TruthSets(Diagrams.And(counts, holds), Diagrams.Or(fails, NoneOf(elements.Inner.Diagrams.Complement(where.False)))),
            _ => new TruthSets(Diagrams.And(counts, holds), Diagrams.And(counts, fails)),
        };
    }

    private int NoneOf(int set) => Diagrams.Complement(elements.HostsWith(set));
}
