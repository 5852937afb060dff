using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software;

/// <summary>Makes the values of records.</summary>
internal static class RecordFields
{
    /// <summary>A record of the given fields.</summary>
    public static RecordValue Of(params ReadOnlySpan<(string Name, Observation Value)> fields)
    {
        var items = new List<KeyValuePair<string, Observation>>(fields.Length);
        foreach (var (name, value) in fields)
        {
            items.Add(KeyValuePair.Create(name, value));
        }

        return new RecordValue(new FactMap(items));
    }

    /// <summary>A text that is there.</summary>
    public static Observation Text(string value) => new Present(new StringValue(value));

    /// <summary>A text that is there, or absent for null.</summary>
    public static Observation TextOrAbsent(string? value) => value is null ? new Absent() : Text(value);

    /// <summary>A truth.</summary>
    public static Observation Truth(bool value) => new Present(new BooleanValue(value));
}
