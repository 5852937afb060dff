using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Testing.Suggestions;

/// <summary>The values that parameters have in some runs of a policy.</summary>
internal sealed class ParameterChoices
{
    private readonly Dictionary<string, List<FactValue>> values;

    /// <summary>The values of all runs.</summary>
    public ParameterChoices(IEnumerable<PolicyRun> runs) => values = runs
        .SelectMany(run => run.Plans[0].Settings.Parameters)
        .GroupBy(item => item.Key, item => item.Value, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.SelectMany(Single).Distinct().ToList(), StringComparer.Ordinal);

    /// <summary>Without any.</summary>
    public static ParameterChoices None { get; } = new([]);

    /// <summary>The values of a parameter, those of a list one by one.</summary>
    public IEnumerable<FactValue> Of(string name) => values.GetValueOrDefault(name, []);

    private static IEnumerable<FactValue> Single(FactValue value) => value is ListValue list ? list.Items.OfType<Present>().Select(item => item.Value) : [value];
}
