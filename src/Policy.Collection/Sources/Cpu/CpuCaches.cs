using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>The caches of the processors that are switched on: <c>Documentation/ABI/testing/sysfs-devices-system-cpu</c>.</summary>
internal static class CpuCaches
{
    private static readonly RecordType Cache = new(
    [
        new FactField("name", new StringType(), "The level, and `d` or `i` of one for data or instructions only: `L1d`, `L2`"),
        new FactField("total", new NumberType(FactUnit.Size), "The size of all of them together"),
        new FactField("instances", new NumberType(), "How many there are; processors can share one"),
    ]);

    private static readonly FactDescription Caches = FactDescription.Of(
        "cpu.caches",
        new ListType(Cache),
        "The kinds of caches. Never absent; virtual machines and ARM boards often do not show theirs.",
        CpuNumbers.Folder,
        CpuInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("cpu-caches", new SingleFact(Caches, Look));

    private static Observation Look(Host host) => CpuNumbers.On(host).Observe((numbers, _) =>
    {
        var found = numbers.Select(number => OfProcessor(host.Root, $"{CpuNumbers.Folder}/cpu{number}/cache")).ToArray();
        return Array.TrueForAll(found, caches => caches is { Length: > 0 })
            ? Answer.Of(Kinds(found.SelectMany(caches => caches!)).Select(Describe), CpuNumbers.Folder)
            : new Unknown(UnknownCause.MissingSource, $"{CpuNumbers.Folder}: not every processor shows its caches");
    });

    // Every processor shows the caches that it shares.
    private static IEnumerable<IGrouping<string, CpuCache>> Kinds(IEnumerable<CpuCache> caches) =>
        caches.Distinct().GroupBy(cache => cache.Name, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal);

    private static Observation Describe(IGrouping<string, CpuCache> kind) => Answer.Of(
        string.Empty,
        ("name", Answer.Of(kind.Key)),
        ("total", kind.All(cache => cache.Bytes is not null) ? Answer.Of(kind.Sum(cache => cache.Bytes!.Value)) : new Unknown(UnknownCause.MissingSource, "size")),
        ("instances", Answer.Of(kind.Count())));

    // Null if there is no such folder or what is in it cannot be read.
    private static CpuCache[]? OfProcessor(HostRoot root, string folder)
    {
        var indexes = root.Names(folder).Content?.Where(name => name.StartsWith("index", StringComparison.Ordinal));
        var caches = indexes?.Select(name => Read(root, $"{folder}/{name}")).ToArray();
        return caches is null || Array.Exists(caches, cache => cache is null) ? null : [.. caches.OfType<CpuCache>()];
    }

    private static CpuCache? Read(HostRoot root, string folder)
    {
        var (level, type) = (root.Value($"{folder}/level").Content, root.Value($"{folder}/type").Content);
        var shared = root.Value($"{folder}/shared_cpu_map").Content ?? root.Value($"{folder}/shared_cpu_list").Content;
        if (level is null || type is null || string.IsNullOrEmpty(shared))
        {
            return null;
        }

        var suffix = type switch
        {
            "Data" => "d",
            "Instruction" => "i",
            _ => string.Empty,
        };
        return new CpuCache($"L{level}{suffix}", shared, Bytes(root.Value($"{folder}/size").Content));
    }

    private static decimal? Bytes(string? size) =>
        size is [.. var digits, 'K'] && uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number * 1024m : null;

    /// <summary>One cache as one of its processors shows it.</summary>
    private readonly record struct CpuCache(string Name, string Shared, decimal? Bytes);
}
