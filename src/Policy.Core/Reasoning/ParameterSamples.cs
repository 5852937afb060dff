using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>Values of parameters such that what holds under all of them holds under every value that a user may choose.</summary>
/// <remarks>
/// A comparison sees of a parameter only where it stands among the values beside it. So it is enough to try each of these values, one between each two of them, and one
/// beyond each end. Versions and lists are not tried: they stay open.
/// </remarks>
internal static class ParameterSamples
{
    private const int MostAssignments = 64;
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, FactValue>> Nothing = [new Dictionary<string, FactValue>()];
    private static readonly StringValue Other = new("\uE000 a text that nobody wrote");

    /// <summary>Assignments of the parameters that some conditions name; one empty assignment if there are none, or too many.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="policy">The policy with the parameters.</param>
    /// <param name="definitions">The definitions that the conditions may use.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, FactValue>> Of(IEnumerable<Condition> conditions, PolicyDocument policy, IReadOnlyDictionary<string, Condition> definitions)
    {
        if (policy.Parameters.Count == 0)
        {
            return Nothing;
        }

        var uses = new ParameterUses(definitions);
        foreach (var condition in conditions)
        {
            uses.Add(condition);
        }

        var assignments = new List<Dictionary<string, FactValue>> { new(StringComparer.Ordinal) };
        var tried = new List<FactValue>();
        foreach (var parameter in policy.Parameters.Where(parameter => uses.Names.Contains(parameter.Name) && parameter.Type is NumberType or DateType or BooleanType or StringType))
        {
            var values = Values(parameter, [.. uses.Values, .. tried]).Where(parameter.Allows).Distinct().ToList();
            tried.AddRange(values);
            assignments = [.. assignments.SelectMany(given => values.Select(value => new Dictionary<string, FactValue>(given, StringComparer.Ordinal) { [parameter.Name] = value }))];
            if (values.Count == 0 || assignments.Count > MostAssignments)
            {
                return Nothing;
            }
        }

        return assignments;
    }

    private static IEnumerable<FactValue> Values(Parameter parameter, IReadOnlyList<FactValue> beside)
    {
        var own = beside.Concat(parameter.Bounds.SelectMany(bound => Operands(bound.Operand))).Concat(parameter.Default is { } usual ? [usual] : []);
        return parameter.Type switch
        {
            BooleanType => [new BooleanValue(false), new BooleanValue(true)],
            StringType => [.. own.OfType<StringValue>(), Other],
            NumberType => Between([.. own.OfType<NumberValue>().Select(value => value.Value)], 1m, (low, high) => low + ((high - low) / 2)).Select(FactValue (value) => new NumberValue(value)),
            _ => Between([.. own.OfType<DateValue>().Select(value => (decimal)value.Value.UtcTicks)], TimeSpan.TicksPerDay, (low, high) => decimal.Floor((low + high) / 2))
                .Select(FactValue (ticks) => new DateValue(new DateTimeOffset((long)ticks, TimeSpan.Zero))),
        };
    }

    private static IEnumerable<FactValue> Operands(Operand operand) => operand switch
    {
        LiteralOperand literal => literal.Values,
        RangeOperand range => Operands(range.Low).Concat(Operands(range.High)),
        _ => [],
    };

    private static IEnumerable<decimal> Between(IEnumerable<decimal> values, decimal step, Func<decimal, decimal, decimal> middle)
    {
        var sorted = values.Distinct().Order().ToList();
        if (sorted.Count == 0)
        {
            return [];
        }

        var inner = sorted.Zip(sorted.Skip(1)).Select(pair => middle(pair.First, pair.Second));
        return [sorted[0] - step, .. sorted, .. inner, sorted[^1] + step];
    }
}
