namespace Policy.Collection.Sources.Cpu;

/// <summary>What <c>proc/cpuinfo</c> says: the values of each key in the order of the file, a value for every processor that has the key.</summary>
internal sealed class CpuInfo
{
    /// <summary>Where it stands.</summary>
    internal const string File = "proc/cpuinfo";

    /// <summary>The key whose values are the processors' numbers.</summary>
    private const string Processor = "processor";

    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    private CpuInfo(string[] lines)
    {
        foreach (var line in lines)
        {
            Add(line);
        }

        Family = CpuFamilies.Of(this);
    }

    /// <summary>Whose keys it has.</summary>
    internal CpuFamily Family { get; }

    /// <summary>The numbers of the processors that are on-line; empty where the architecture does not number them.</summary>
    internal IReadOnlyList<string> Processors => All(Processor);

    /// <summary>Reads it once for a host.</summary>
    internal static Reading<CpuInfo> Of(Host host) => host.Memory.Once("cpuinfo", () => host.Root.Lines(File).Then(lines => new CpuInfo(lines)));

    /// <summary>The values of a key; empty if no line has it.</summary>
    internal IReadOnlyList<string> All(string key) => values.TryGetValue(key, out var found) ? found : [];

    /// <summary>Whether every processor has a line of the key, or one line holds for all of them.</summary>
    internal bool IsWhole(string key) => All(key).Count is var count && (count == 1 || count == Processors.Count || (count > 0 && Processors.Count == 0));

    private void Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return;
        }

        var key = line[..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        if (key.StartsWith("processor ", StringComparison.Ordinal))
        {
            AddMainframe(key["processor ".Length..], value);
            return;
        }

        Add(key, value);
    }

    // s390: processor 0: version = FF,  identification = 29AA14,  machine = 2817
    private void AddMainframe(string number, string fields)
    {
        Add(Processor, number);
        foreach (var field in fields.Split(','))
        {
            var (name, value) = (field.Split('=') is [var left, var right]) ? (left.Trim(), right.Trim()) : (string.Empty, string.Empty);
            if (name.Length > 0)
            {
                Add(name, value);
            }
        }
    }

    private void Add(string key, string value)
    {
        if (!values.TryGetValue(key, out var all))
        {
            values.Add(key, all = []);
        }

        all.Add(value);
    }
}
