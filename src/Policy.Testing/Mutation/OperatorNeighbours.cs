using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Testing.Mutation;

/// <summary>The operators that an author takes for each other.</summary>
internal static class OperatorNeighbours
{
    // In each row every operator is a neighbour of the first one, and the first one of them; operands of one row have one shape.
    private static readonly string[][] Rows =
    [
        ["at_least", "above", "at_most"],
        ["at_most", "below", "at_least"],
        ["above", "below"],
        ["equals", "not_equals", "at_least", "at_most"],
        ["one_of", "none_of"],
        ["older_than", "newer_than"],
        ["contains", "starts_with", "ends_with"],
        ["starts_with", "ends_with"],
        ["matches", "finds"],
        ["contains_all", "contains_any", "contains_none"],
        ["contains_any", "contains_none", "contains_all"],
        ["subset_of", "same_as", "contains_all"],
        ["same_as", "subset_of", "contains_all"],
    ];

    private static readonly Dictionary<string, string[]> ByName = Rows.SelectMany(row => row.Skip(1).SelectMany(other => new[] { (row[0], other), (other, row[0]) }))
        .Distinct()
        .GroupBy(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The neighbours that can be asked of a fact of a type with the same operand.</summary>
    public static IEnumerable<FactOperator> Of(FactOperator operation, FactType type) => ByName.GetValueOrDefault(operation.Name, [])
        .Select(name => FactOperators.Find(name)!)
        .Where(other => other.Fits(type) && other.Shape == operation.Shape && other.OperandType(type) == operation.OperandType(type));
}
