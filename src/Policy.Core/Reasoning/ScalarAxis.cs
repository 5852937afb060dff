using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>What a fact with a single value can be: absent, one of the values that it is compared with, or something between or beside them.</summary>
internal sealed class ScalarAxis
{
    private static readonly ScalarCell Nothing = new(IsAbsent: true, null, -1);
    private const int MostNativeVersions = 32;
    private static readonly Comparer<FactValue> ByOrder = Comparer<FactValue>.Create((left, right) => Order(left, right) ?? 0);
    private readonly List<ScalarCell> cells = [];
    private readonly List<FactValue> literals;
    private readonly bool isOrdered;

    private ScalarAxis(int variable, List<FactValue> literals, bool isOrdered) => (Variable, this.literals, this.isOrdered) = (variable, literals, isOrdered);

    /// <summary>The number of its variable.</summary>
    public int Variable { get; }

    /// <summary>What it can be; the first cell is absence, but a number of elements and a sum over them are always there.</summary>
    public IReadOnlyList<ScalarCell> Cells => cells;

    /// <summary>The axis of a type.</summary>
    /// <param name="variable">The number of its variable.</param>
    /// <param name="type">The type of the values.</param>
    /// <param name="values">What they are compared with.</param>
    /// <param name="kind">What the axis is about.</param>
    public static ScalarAxis Of(int variable, FactType type, IReadOnlyList<FactValue> values, ScalarKind kind = ScalarKind.Fact)
    {
        if (type is not (NumberType or VersionType or DateType))
        {
            return Unordered(variable, type, values);
        }

        var isSize = kind == ScalarKind.Count || type is NumberType { Unit: FactUnit.Size or FactUnit.Frequency or FactUnit.Bandwidth };
        var axis = new ScalarAxis(variable, Ordered(isSize ? [.. values, new NumberValue(0)] : values), isOrdered: true);
        axis.cells.AddRange(kind == ScalarKind.Fact ? [Nothing] : []);
        axis.Cut(hasNegative: !isSize || axis.literals[0] is NumberValue { Value: < 0 }, isWhole: kind == ScalarKind.Count);
        return axis;
    }

    /// <summary>How the values of cells stand to a value: negative, zero or positive; null if that is not known.</summary>
    public Func<ScalarCell, int>? Against(FactValue value)
    {
        if (!isOrdered)
        {
            return cell => value.Equals(cell.Value) ? 0 : 1;
        }

        var index = literals.BinarySearch(value, ByOrder);
        var position = (2 * index) + 1;
        return index < 0 || Order(literals[index], value) != 0 ? null : cell => cell.Position.CompareTo(position);
    }

    private static ScalarAxis Unordered(int variable, FactType type, IReadOnlyList<FactValue> values)
    {
        IEnumerable<FactValue> all = type switch
        {
            BooleanType => [new BooleanValue(false), new BooleanValue(true)],
            StringType { OneOf.Count: > 0 } text => text.OneOf.Select(FactValue (item) => new StringValue(item)),
            _ => values.Distinct(),
        };
        var axis = new ScalarAxis(variable, [.. all], isOrdered: false);
        axis.cells.Add(Nothing);
        axis.cells.AddRange(axis.literals.Select(literal => new ScalarCell(IsAbsent: false, literal, -1)));
        if (type is StringType { OneOf.Count: 0 })
        {
            axis.cells.Add(new ScalarCell(IsAbsent: false, null, -1));
        }

        return axis;
    }

    private static List<FactValue> Ordered(IReadOnlyList<FactValue> values)
    {
        var placed = values.OfType<VersionValue>().Any(version => version.Scheme == VersionScheme.Native) ? Unanimous(values) : [.. values];
        placed.Sort(ByOrder);
        return [.. placed.Where((value, index) => index == 0 || Order(placed[index - 1], value) != 0)];
    }

    // Versions whose order depends on the host have no place: of them nothing is known.
    private static List<FactValue> Unanimous(IReadOnlyList<FactValue> values)
    {
        var placed = new List<FactValue>();
        foreach (var value in values.Distinct().Take(MostNativeVersions).Where(value => placed.TrueForAll(other => Order(other, value) is not null)))
        {
            placed.Add(value);
        }

        return placed;
    }

    private static int? Order(FactValue left, FactValue right) =>
        ValueOrder.Compare(left, right, default, order => order < 0) == true ? -1
        : ValueOrder.Compare(left, right, default, order => order == 0) == true ? 0
        : ValueOrder.Compare(left, right, default, order => order > 0) == true ? 1
        : null;

    private void Cut(bool hasNegative, bool isWhole)
    {
        for (var position = hasNegative ? 0 : 1; position <= 2 * literals.Count; position++)
        {
            var isLiteral = position % 2 == 1;
            if (isLiteral || !isWhole || !IsNeighbours(position / 2))
            {
                cells.Add(new ScalarCell(IsAbsent: false, isLiteral ? literals[position / 2] : null, position));
            }
        }
    }

    // Whether no whole number lies between two values.
    private bool IsNeighbours(int index) =>
        index > 0 && index < literals.Count && literals[index - 1] is NumberValue low && literals[index] is NumberValue high && decimal.Floor(low.Value) + 1 >= high.Value;
}

/// <summary>Values that no comparison of the policy tells apart.</summary>
/// <param name="IsAbsent">Whether there is no value.</param>
/// <param name="Value">The only value; null if there are many.</param>
/// <param name="Position">The place in the order of the cells; -1 where there is no order.</param>
internal readonly record struct ScalarCell(bool IsAbsent, FactValue? Value, int Position);

/// <summary>What values a scalar axis is about.</summary>
internal enum ScalarKind
{
    /// <summary>A fact, a field or an element.</summary>
    Fact,

    /// <summary>A number of elements.</summary>
    Count,

    /// <summary>A sum over elements.</summary>
    Sum,
}
