using Policy.Core.Conditions;

namespace Policy.Core.Reasoning;

/// <summary>The names under which what conditions ask about is known.</summary>
internal static class AxisNames
{
    private const string CountPrefix = "count of ";
    private const string SumPrefix = "sum of ";

    /// <summary>The values of a subject, or the age of its date.</summary>
    public static string Of(Subject subject, FactOperator operation) => operation.Shape == OperandShape.Duration ? $"age of {subject}" : $"{subject}";

    /// <summary>The number of elements.</summary>
    public static string Count(Subject subject) => Count($"{subject}");

    /// <summary>The number of elements of a subject of a name.</summary>
    public static string Count(string subject) => $"{CountPrefix}{subject}";

    /// <summary>The sum of a field over the elements.</summary>
    public static string Sum(Subject subject, FieldSubject field) => $"{SumPrefix}{subject} {field}";

    /// <summary>What the axis of a name is about.</summary>
    public static ScalarKind KindOf(string name) => name.StartsWith(CountPrefix, StringComparison.Ordinal) ? ScalarKind.Count
        : name.StartsWith(SumPrefix, StringComparison.Ordinal) ? ScalarKind.Sum
        : ScalarKind.Fact;
}
