namespace Policy.Collection;

/// <summary>What was read once for several sources of one collection.</summary>
internal sealed class HostMemory
{
    private readonly Dictionary<(string Name, Type Type), object> values = [];

    /// <summary>The value of a type under a name; made at the first call.</summary>
    public T Once<T>(string name, Func<T> read)
        where T : notnull
    {
        if (!values.TryGetValue((name, typeof(T)), out var value))
        {
            values.Add((name, typeof(T)), value = read());
        }

        return (T)value;
    }
}
