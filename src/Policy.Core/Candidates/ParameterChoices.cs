using Policy.Core.Facts;

namespace Policy.Core.Candidates;

/// <summary>The values that parameters have, wherever a policy is applied.</summary>
public sealed class ParameterChoices
{
    private readonly Dictionary<string, List<FactValue>> values;

    /// <summary>Collects the values.</summary>
    /// <param name="settings">The value of every parameter, for every way in which the policy is applied.</param>
    public ParameterChoices(IEnumerable<IReadOnlyDictionary<string, FactValue>> settings) => values = settings
        .SelectMany(given => given)
        .GroupBy(item => item.Key, item => item.Value, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.SelectMany(Single).Distinct().ToList(), StringComparer.Ordinal);

    /// <summary>Without any.</summary>
    public static ParameterChoices None { get; } = new([]);

    /// <summary>The values of a parameter, those of a list one by one.</summary>
    public IEnumerable<FactValue> Of(string name) => values.GetValueOrDefault(name, []);

    private static IEnumerable<FactValue> Single(FactValue value) => value is ListValue list ? list.Items.OfType<Present>().Select(item => item.Value) : [value];
}
