using Policy.Core.Conditions;

namespace Policy.Core.Reasoning;

/// <summary>The names under which what conditions ask about is known.</summary>
internal static class AxisNames
{
    /// <summary>The values of a subject, or the age of its date.</summary>
    public static string Of(Subject subject, FactOperator operation) => operation.Shape == OperandShape.Duration ? $"age of {subject}" : $"{subject}";

    /// <summary>The number of elements.</summary>
    public static string Count(Subject subject) => $"count of {subject}";

    /// <summary>The sum of a field over the elements.</summary>
    public static string Sum(Subject subject, FieldSubject field) => $"sum of {subject} {field}";
}
