using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Findings;

/// <summary>Finds what would change a verdict, by walking its explanation: exact for each part, and never searching beyond the tree.</summary>
public static class Changes
{
    /// <summary>What must change for a node to have a truth.</summary>
    /// <param name="node">The explanation of a condition.</param>
    /// <param name="wanted">True or false.</param>
    /// <returns>Null if it already has that truth.</returns>
    public static Change? For(Explanation node, Truth wanted) => node.Truth == wanted ? null : (node.Kind, node.Condition) switch
    {
        (ExplanationKind.Definition, _) when node.Items.Count == 1 => For(node.Items[0], wanted),
        (ExplanationKind.Constant, _) => new NoChange(),
        (_, AllCondition) => wanted == Truth.True ? Every(node.Items, Truth.True) : One(node.Items, Truth.False),
        (_, AnyCondition) => wanted == Truth.True ? One(node.Items, Truth.True) : Every(node.Items, Truth.False),
        (_, NoneCondition) => wanted == Truth.True ? Every(node.Items, Truth.False) : One(node.Items, Truth.True),
        (_, NotCondition) => For(node.Items[0], wanted.Not()),
        (_, CountCondition count) => Count(node, count, wanted),
        (_, WhenCondition) => When(node.Items, wanted),
        (_, SwitchCondition) when node.Items.Count == 1 && node.Items[0].Kind != ExplanationKind.Constant => For(node.Items[0], wanted),
        _ => new AnswerChange(node, wanted),
    };

    private static Change? Every(IEnumerable<Explanation> items, Truth wanted) => Together(items.Select(item => For(item, wanted)));

    // Of several ways, one that nothing on the host can bring about is none.
    private static Change? One(IEnumerable<Explanation> items, Truth wanted) => Either(items.Select(item => For(item, wanted)), 1);

    private static Change? Together(IEnumerable<Change?> parts)
    {
        var items = parts.OfType<Change>().ToSequence();
        return items.Count == 0 ? null : items.Any(item => item is NoChange) ? new NoChange() : Group(items.Count, items);
    }

    private static Change Either(IEnumerable<Change?> parts, int number)
    {
        var possible = parts.OfType<Change>().Where(item => item is not NoChange);
        var items = (number == 1 ? possible.Distinct() : possible).ToSequence();
        return items.Count < number ? new NoChange() : Group(number, items);
    }

    // One of one of some is one of all of them, and all of all of some is all of them.
    private static Change Group(int number, Sequence<Change> items) => items.Count == 1 ? items[0] : number == 1
        ? new GroupChange(1, items.SelectMany(item => item is GroupChange { Number: 1 } inner ? inner.Items : [item]).Distinct().ToSequence())
        : number == items.Count ? AllOf(items.SelectMany(item => item is GroupChange inner && inner.Number == inner.Items.Count ? inner.Items : [item]).Distinct().ToSequence())
        : new GroupChange(number, items);

    private static GroupChange AllOf(Sequence<Change> items) => new(items.Count, items);

    private static Change? Count(Explanation node, CountCondition count, Truth wanted)
    {
        var held = node.Items.Count(item => item.Truth == Truth.True);
        var open = node.Items.Count(item => item.Truth == Truth.Unknown);
        return (count.Bound, wanted) switch
        {
            (CountBound.AtLeast, Truth.True) => Either(node.Items.Select(item => For(item, Truth.True)), count.Number - held),
            (CountBound.AtMost, Truth.True) => Either(node.Items.Select(item => For(item, Truth.False)), held + open - count.Number),
            (CountBound.AtLeast, _) => Either(node.Items.Select(item => For(item, Truth.False)), held + open - count.Number + 1),
            (CountBound.AtMost, _) => Either(node.Items.Select(item => For(item, Truth.True)), count.Number + 1 - held),
            _ => new AnswerChange(node, wanted),
        };
    }

    // Of `when`, the branch that is taken must change; as long as that is open, either branch may be meant.
    private static Change? When(Sequence<Explanation> items, Truth wanted)
    {
        var taken = For(items[1], wanted);
        var other = items.Count > 2 ? For(items[2], wanted) : wanted == Truth.True ? null : new NoChange();
        return items[0].Truth switch
        {
            Truth.True => taken,
            Truth.False => other is NoChange ? Together([For(items[0], Truth.True), taken]) : other,
            _ => Either([Together([For(items[0], Truth.True), taken]), Together([For(items[0], Truth.False), other])], 1),
        };
    }
}
