using Policy.Core.Facts;

namespace Policy.Core.Conditions.Operators;

/// <summary>Dates against the moment at which the facts were collected.</summary>
internal static class Ages
{
    public static readonly FactOperator OlderThan = Age("older_than", "older than", (age, limit) => age > limit);

    public static readonly FactOperator NewerThan = Age("newer_than", "newer than", (age, limit) => age < limit);

    private static FactOperator Age(string name, string phrase, Func<decimal, decimal, bool> holds) =>
        new(name, phrase, OperandShape.Duration, type => type is DateType, limit => (fact, context) =>
            context.CollectedAt is { } now ? holds((now - ((DateValue)fact).Value).Ticks / (decimal)TimeSpan.TicksPerSecond, ((NumberValue)limit[0]).Value) : null)
        {
            BySigns = signs => holds(signs[0], 0),
        };
}
