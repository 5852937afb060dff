using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Reasoning;
using Policy.Core.Rules;

namespace Policy.Testing.Coverage;

/// <summary>Lists what can be seen of a policy: each node of each condition true, false and unknown, each case and each default taken.</summary>
/// <remarks>What is proven to be impossible is not demanded. A definition counts once, however often it is used.</remarks>
internal sealed class CoveragePoints(PolicyDocument policy)
{
    private readonly Possibilities possibilities = new(policy);
    private readonly List<CoveragePoint> points = [];

    /// <summary>The points in the order of the text.</summary>
    public Sequence<CoveragePoint> All()
    {
        foreach (var definition in policy.Definitions)
        {
            Add(definition.Condition, new Place($"define {definition.Name}"));
        }

        Add(policy.Applies, new Place("applies"));
        foreach (var rule in policy.Rules)
        {
            foreach (var condition in new[] { rule.Applies, rule.Require, rule.Recommend }.Concat(rule.Remedies.Select(remedy => remedy.When)))
            {
                Add(condition, new Place(rule.Id));
            }
        }

        return points.ToSequence();
    }

    private void Add(Condition? condition, Place place)
    {
        if (condition is null or UseCondition or ConstantCondition)
        {
            return;
        }

        points.Add(new CoveragePoint(place.Part, condition, condition.Span, Outcomes(condition)) { Asked = place.Whole ?? condition });
        switch (condition)
        {
            case TestCondition test:
                Add(test.Subject, test.Matcher, place with { Whole = place.Whole ?? condition });
                break;
            case SwitchCondition choice:
                points.AddRange(choice.Cases.Select(item => Chosen(item, item.Condition.Span)).Append(Chosen(choice.Default, choice.Default.Span)));
                break;
        }

        foreach (var item in Parts.Of(condition))
        {
            Add(item, place);
        }

        CoveragePoint Chosen(object node, SourceSpan span) => new(place.Part, node, span, [NodeOutcome.Chosen]) { Asked = place.Whole ?? condition };
    }

    private void Add(Subject subject, Matcher matcher, Place place)
    {
        if (matcher is AllMatcher all)
        {
            foreach (var item in all.Items)
            {
                points.Add(new CoveragePoint(place.Part, item, item.Span, Outcomes(new TestCondition(subject, item, item.Span))) { Asked = place.Whole! });
                Add(subject, item, place);
            }
        }

        var (where, body) = Parts.Elements(matcher);
        Add(where, place);
        Add(body, place);
    }

    private Sequence<NodeOutcome> Outcomes(Condition condition)
    {
        var (canBeTrue, canBeFalse) = possibilities.Of(condition);
        return [.. canBeTrue ? [NodeOutcome.True] : Array.Empty<NodeOutcome>(), .. canBeFalse ? [NodeOutcome.False] : Array.Empty<NodeOutcome>(), NodeOutcome.Unknown];
    }

    /// <summary>Where a node stands.</summary>
    /// <param name="Part">The part of the policy.</param>
    /// <param name="Whole">The condition over the host, for what is asked of elements.</param>
    private sealed record Place(string Part, Condition? Whole = null);
}

/// <summary>A place of a policy at which something can be seen.</summary>
/// <param name="Part">The rule, <c>define NAME</c>, or <c>applies</c> of the policy.</param>
/// <param name="Node">The node: the object that the policy holds.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Outcomes">What can be seen there.</param>
public sealed record CoveragePoint(string Part, object Node, SourceSpan Span, Sequence<NodeOutcome> Outcomes)
{
    /// <summary>The condition over the host whose facts decide what is seen: the node itself, or the one that asks its elements.</summary>
    public required Condition Asked { get; init; }
}
