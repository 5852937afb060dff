using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>The numbers of the logical processors: <c>Documentation/ABI/testing/sysfs-devices-system-cpu</c>.</summary>
internal static class CpuNumbers
{
    /// <summary>Where each has a folder.</summary>
    internal const string Folder = "sys/devices/system/cpu";

    private const string PresentList = $"{Folder}/present";
    private const string OnlineList = $"{Folder}/online";

    /// <summary>Everything that is read for the numbers of those that are switched on.</summary>
    internal static readonly string[] OnlineSources = [OnlineList, Folder, CpuInfo.File];

    private static readonly FactDescription Logical = FactDescription.Of(
        "cpu.logical",
        new NumberType(),
        "How many logical processors there are, with those that are switched off. Never absent.",
        PresentList,
        Folder);

    private static readonly FactDescription Online = FactDescription.Of(
        "cpu.online",
        new NumberType(),
        "How many logical processors are switched on. A container may be allowed to use fewer: `cpu.usable`. Never absent.",
        OnlineList,
        Folder,
        CpuInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-numbers",
        new SingleFact(Logical, host => Present(host).Observe(Count)),
        new SingleFact(Online, host => On(host).Observe(Count)));

    /// <summary>Those that are switched on.</summary>
    internal static Reading<int[]> On(Host host) => host.Memory.Once("cpu-online", () => CpuList.Read(host.Root, OnlineList) switch
    {
        Missing<int[]> => FromFolders(host) ?? FromInfo(host),
        var list => list,
    });

    /// <summary>Those that have a folder, in ascending order.</summary>
    /// <remarks>A capture may hold a part of the folders, which shows if more processors are known from elsewhere.</remarks>
    private static Reading<int[]> Folders(Host host) => host.Memory.Once("cpu-folders", () => host.Root.Names(Folder).Then(Numbered("cpu")) switch
    {
        Got<int[]> folders when CpuInfo.Of(host).Content?.Processors.Count > folders.Value.Length => new Missing<int[]>(Folder),
        var folders => folders,
    });

    /// <summary>The numbers behind a word, of the names that are the word and a number.</summary>
    internal static Func<string[], int[]> Numbered(string word) => names =>
    [
        .. names.Where(name => name.StartsWith(word, StringComparison.Ordinal)).Select(name => CpuList.Number(name[word.Length..])).OfType<int>().Order(),
    ];

    private static Reading<int[]> Present(Host host) => (CpuList.Read(host.Root, PresentList), Folders(host)) switch
    {
        (Missing<int[]>, Got<int[]> { Value.Length: > 0 } folders) => folders,
        var (list, _) => list,
    };

    // The file of a processor that can be switched off says what it is; only one that is switched on has a place.
    private static Reading<int[]>? FromFolders(Host host)
    {
        var states = (Folders(host).Content ?? []).Select(number => (Number: number, IsOn: IsOn(host.Root, $"{Folder}/cpu{number}"))).ToArray();
        return states.Length > 0 && Array.TrueForAll(states, state => state.IsOn is not null)
            ? new Got<int[]>([.. states.Where(state => state.IsOn == true).Select(state => state.Number)], Folder)
            : null;
    }

    private static bool? IsOn(HostRoot root, string folder) => root.Value($"{folder}/online") switch
    {
        Got<string> { Value: "1" } => true,
        Got<string> { Value: "0" } => false,
        Missing<string> when root.Names($"{folder}/topology") is Got<string[]> { Value.Length: > 0 } => true,
        _ => null,
    };

    private static Reading<int[]> FromInfo(Host host) => CpuInfo.Of(host) switch
    {
        Got<CpuInfo> { Value.Processors.Count: > 0 } info when Numbers(info.Value) is { } numbers => new Got<int[]>(numbers, info.Source),
        _ => new Missing<int[]>(OnlineList),
    };

    private static int[]? Numbers(CpuInfo info) => CpuList.Parse(string.Join(',', info.Processors)) is { } numbers && numbers.Length == info.Processors.Count ? numbers : null;

    private static Observation Count(int[] numbers, string source) =>
        numbers.Length > 0 ? Answer.Of(numbers.Length, source) : new Unknown(UnknownCause.Malformed, $"{source}: no processor");
}
