namespace Policy.Core.Reasoning;

/// <summary>Sets of hosts as shared decision diagrams: a node asks one variable, whose cells lead to other nodes in runs.</summary>
/// <remarks>
/// Equal sets are equal numbers. The work is limited: past the limit <see cref="IsExhausted"/> is set, and what is returned means nothing.
/// </remarks>
internal sealed class Diagrams
{
    /// <summary>No host.</summary>
    public const int Nothing = 0;

    /// <summary>Every host.</summary>
    public const int Everything = 1;

    private const int MostSteps = 20_000;
    private const int DeepestStack = 400;
    private readonly List<DiagramNode> nodes = [new(int.MaxValue, [], []), new(int.MaxValue, [], [])];
    private readonly Dictionary<DiagramNode, int> known = [];
    private readonly Dictionary<(Connective, int, int), int> answers = [];
    private int steps;
    private int depth;

    private enum Connective
    {
        And,
        Or,
        Without,
    }

    /// <summary>Whether the limit was passed.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The hosts in both.</summary>
    public int And(int left, int right) => Apply(Connective.And, left, right);

    /// <summary>The hosts in one of them.</summary>
    public int Or(int left, int right) => Apply(Connective.Or, left, right);

    /// <summary>The hosts in the first and not in the second.</summary>
    public int Without(int left, int right) => Apply(Connective.Without, left, right);

    /// <summary>The hosts that are not in it.</summary>
    public int Complement(int set) => Without(Everything, set);

    /// <summary>Whether every host of the first is in the second.</summary>
    public bool IsWithin(int left, int right) => Without(left, right) == Nothing;

    /// <summary>The hosts whose cell of a variable is one of some.</summary>
    /// <param name="variable">The number of the variable.</param>
    /// <param name="cells">For each cell what hosts there belong to the set; their variables are above this one.</param>
    public int Node(int variable, IReadOnlyList<int> cells)
    {
        var (ends, children) = (new List<int>(), new List<int>());
        for (var cell = 0; cell < cells.Count; cell++)
        {
            Append(ends, children, cell + 1, cells[cell]);
        }

        return Shared(variable, ends, children);
    }

    private int Apply(Connective connective, int left, int right)
    {
        if (Trivial(connective, left, right) is { } trivial)
        {
            return trivial;
        }

        if (connective != Connective.Without && left > right)
        {
            (left, right) = (right, left);
        }

        if (answers.TryGetValue((connective, left, right), out var known))
        {
            return known;
        }

        if (++steps > MostSteps || depth > DeepestStack)
        {
            IsExhausted = true;
            return Nothing;
        }

        depth++;
        var answer = Merge(connective, left, right);
        depth--;
        if (!IsExhausted)
        {
            answers[(connective, left, right)] = answer;
        }

        return answer;
    }

    private static int? Trivial(Connective connective, int left, int right) => connective switch
    {
        Connective.And when left == right || right == Everything => left,
        Connective.And when left == Everything => right,
        Connective.And when left == Nothing || right == Nothing => Nothing,
        Connective.Or when left == right || right == Nothing => left,
        Connective.Or when left == Nothing => right,
        Connective.Or when left == Everything || right == Everything => Everything,
        Connective.Without when left == right || left == Nothing || right == Everything => Nothing,
        Connective.Without when right == Nothing => left,
        _ => null,
    };

    private int Merge(Connective connective, int left, int right)
    {
        var variable = Math.Min(nodes[left].Variable, nodes[right].Variable);
        var (first, second) = (Runs(left, variable), Runs(right, variable));
        var (ends, children) = (new List<int>(), new List<int>());
        for (int i = 0, j = 0; i < first.Ends.Length && j < second.Ends.Length;)
        {
            var end = Math.Min(first.Ends[i], second.Ends[j]);
            Append(ends, children, end, Apply(connective, first.Children[i], second.Children[j]));
            i += first.Ends[i] == end ? 1 : 0;
            j += second.Ends[j] == end ? 1 : 0;
        }

        return Shared(variable, ends, children);
    }

    private DiagramNode Runs(int node, int variable) => nodes[node].Variable == variable ? nodes[node] : new DiagramNode(variable, [int.MaxValue], [node]);

    private static void Append(List<int> ends, List<int> children, int end, int child)
    {
        if (children.Count > 0 && children[^1] == child)
        {
            ends[^1] = end;
            return;
        }

        ends.Add(end);
        children.Add(child);
    }

    private int Shared(int variable, List<int> ends, List<int> children)
    {
        if (children.Count == 1)
        {
            return children[0];
        }

        ends[^1] = int.MaxValue;
        var node = new DiagramNode(variable, [.. ends], [.. children]);
        if (!known.TryGetValue(node, out var number))
        {
            number = nodes.Count;
            nodes.Add(node);
            known.Add(node, number);
        }

        return number;
    }
}
