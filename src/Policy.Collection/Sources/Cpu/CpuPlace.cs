namespace Policy.Collection.Sources.Cpu;

/// <summary>Where a logical processor sits.</summary>
/// <param name="Package">What all processors of its socket, and no others, have in common.</param>
/// <param name="Core">What all processors of its core, and no others, have in common.</param>
internal readonly record struct CpuPlace(string Package, string Core)
{
    // From the newest name to the oldest; the file holds the processors that share the core or the socket.
    private static readonly string[] CoreMasks = ["core_cpus", "core_cpus_list", "thread_siblings", "thread_siblings_list"];
    private static readonly string[] PackageMasks = ["package_cpus", "package_cpus_list", "core_siblings", "core_siblings_list"];

    /// <summary>The places of the processors that are switched on; missing if the kernel does not say one of them.</summary>
    internal static Reading<CpuPlace[]> Of(Host host) => host.Memory.Once("cpu-places", () => FromFolders(host) switch
    {
        Missing<CpuPlace[]> missing => (Reading<CpuPlace[]>?)FromInfo(host) ?? missing,
        var places => places,
    });

    private static Reading<CpuPlace[]> FromFolders(Host host)
    {
        if (CpuNumbers.On(host) is not Got<int[]> { Value.Length: > 0 } numbers)
        {
            return new Missing<CpuPlace[]>(CpuNumbers.Folder);
        }

        var places = Array.ConvertAll(numbers.Value, number => At(host.Root, $"{CpuNumbers.Folder}/cpu{number}/topology"));
        var unknown = Array.FindIndex(places, place => place is null);
        return unknown < 0
            ? new Got<CpuPlace[]>([.. places.OfType<CpuPlace>()], CpuNumbers.Folder)
            : new Missing<CpuPlace[]>($"{CpuNumbers.Folder}/cpu{numbers.Value[unknown]}/topology");
    }

    private static CpuPlace? At(HostRoot root, string folder)
    {
        // IBM Z counts its sockets anew in every book, and the books in every drawer.
        var id = root.Value($"{folder}/physical_package_id").Content;
        var package = id is null or "-1" ? First(root, folder, PackageMasks) : $"{Part(root, folder, "drawer_id")}/{Part(root, folder, "book_id")}/{id}";
        var core = First(root, folder, CoreMasks);
        return package is null || core is null ? null : new CpuPlace(package, core);
    }

    private static string Part(HostRoot root, string folder, string name) => root.Value($"{folder}/{name}").Content ?? string.Empty;

    private static string? First(HostRoot root, string folder, string[] names) =>
        names.Select(name => root.Value($"{folder}/{name}").Content).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    // Opterons count their cores anew on every die, so that the numbers are believed only if there are as many as the processor says.
    private static Got<CpuPlace[]>? FromInfo(Host host)
    {
        if (CpuInfo.Of(host) is not Got<CpuInfo> { Value.Family: CpuFamily.X86 } info)
        {
            return null;
        }

        var (packages, cores, counts) = (info.Value.All("physical id"), info.Value.All("core id"), info.Value.All("cpu cores"));
        var processors = info.Value.Processors.Count;
        if (processors == 0 || packages.Count != processors || cores.Count != processors || counts.Distinct().Count() != 1)
        {
            return null;
        }

        var places = packages.Zip(cores, (package, core) => new CpuPlace(package, $"{package}/{core}")).ToArray();
        var isWhole = places.Distinct().GroupBy(place => place.Package).All(package => package.Count() == CpuList.Number(counts[0]));
        return isWhole ? new Got<CpuPlace[]>(places, info.Source) : null;
    }
}
