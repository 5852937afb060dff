using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources;

/// <summary>Makes the observations that sources give most often.</summary>
internal static class Answer
{
    /// <summary>True or false.</summary>
    internal static Observation Of(bool value, string source = "") => new Present(new BooleanValue(value), source);

    /// <summary>A number.</summary>
    internal static Observation Of(decimal value, string source = "") => new Present(new NumberValue(value), source);

    /// <summary>A text.</summary>
    internal static Observation Of(string value, string source = "") => new Present(new StringValue(value), source);

    /// <summary>A list of texts.</summary>
    internal static Observation Of(IEnumerable<string> values, string source = "") => Of(values.Select(value => Of(value)), source);

    /// <summary>A list of whatever the elements are.</summary>
    internal static Observation Of(IEnumerable<Observation> items, string source = "") => new Present(new ListValue(items.ToSequence()), source);

    /// <summary>Named fields.</summary>
    internal static Observation Of(string source, params ReadOnlySpan<(string Name, Observation Value)> fields)
    {
        var items = new List<KeyValuePair<string, Observation>>(fields.Length);
        foreach (var (name, value) in fields)
        {
            items.Add(new KeyValuePair<string, Observation>(name, value));
        }

        return new Present(new RecordValue(new FactMap(items)), source);
    }
}
