namespace Policy.Collection;

/// <summary>What was read once for several sources of one collection.</summary>
internal sealed class HostMemory
{
    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    /// <summary>The value under a name; made at the first call.</summary>
    public T Once<T>(string name, Func<T> read)
        where T : notnull
    {
        if (!values.TryGetValue(name, out var value))
        {
            values.Add(name, value = read());
        }

        return (T)value;
    }
}
