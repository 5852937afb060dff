using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>Pages set aside: <c>Documentation/admin-guide/mm/hugetlbpage.rst</c>.</summary>
internal static class HugePages
{
    private const string Kernel = "sys/kernel/mm";

    /// <summary>Where each size has a folder.</summary>
    internal const string Folder = $"{Kernel}/hugepages";

    /// <summary>What stands before the size in the name of its folder.</summary>
    internal const string Prefix = "hugepages-";

    private static readonly RecordType Pages = new(
    [
        new FactField("total", new NumberType(), "How many pages are set aside"),
        new FactField("free", new NumberType(), "How many of them nobody has"),
        new FactField("reserved", new NumberType(), "How many of the free ones are promised"),
        new FactField("surplus", new NumberType(), "How many there are beyond those that the administrator asked for"),
    ]);

    private static readonly FactDescription Description = FactDescription.Of(
        "hugepages(*)",
        new MapType("size", Pages),
        "The huge pages by their size, such as `2048kB`. Empty if the kernel cannot have any.",
        Folder,
        MemInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new KeyedFact(Description, Look).Source("huge-pages");

    /// <summary>Whether the kernel cannot have huge pages.</summary>
    internal static bool HasNone(Host host) => Look(host) is Present { Value: MapValue { IsComplete: true, Entries.Items.Count: 0 } };

    private static Observation Look(Host host) => host.Root.Names(Folder) switch
    {
        Missing<string[]> missing => WithoutFolder(host, missing),
        var names => names.Observe((all, source) => new Present(
            new MapValue(new FactMap(all.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => Describe(host.Root, name))), IsComplete: true),
            source)),
    };

    // A kernel without huge pages has no line of them; one with them may have further sizes than the line tells.
    private static Observation WithoutFolder(Host host, Missing<string[]> folder) => host.Root.Lines(MemInfo.File) switch
    {
        Got<string[]> lines when Array.Exists(lines.Value, line => line.StartsWith("MemTotal:", StringComparison.Ordinal))
            && MemInfo.Bytes(lines, "Hugepagesize") is Missing<decimal> && Array.Exists(lines.Value, line => line.StartsWith("DirectMap", StringComparison.Ordinal)) =>
            new Present(new MapValue(FactMap.Empty, IsComplete: true), MemInfo.File),
        _ => new Unknown(UnknownCause.MissingSource, folder.Source),
    };

    private static KeyValuePair<string, Observation> Describe(HostRoot root, string name) => KeyValuePair.Create(name[Prefix.Length..], Answer.Of(
        string.Empty,
        ("total", Number(root, $"{Folder}/{name}/nr_hugepages")),
        ("free", Number(root, $"{Folder}/{name}/free_hugepages")),
        ("reserved", Number(root, $"{Folder}/{name}/resv_hugepages")),
        ("surplus", Number(root, $"{Folder}/{name}/surplus_hugepages"))));

    /// <summary>The number in a file of pages.</summary>
    internal static Observation Number(HostRoot root, string path) => root.Value(path).Observe((text, source) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Answer.Of(number) : new Unknown(UnknownCause.Malformed, source));
}
