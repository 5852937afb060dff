using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Dies, and the kinds of cores of processors that mix large and small ones.</summary>
internal static class CpuKinds
{
    private const string Monitors = "sys/devices";
    private const uint FeaturesLeaf = 7;
    private const int HybridBit = 15;

    // The performance monitors of Intel's mixed processors; that of others is called cpu.
    private static readonly string[] IntelKinds = ["core", "atom", "lowpower"];

    private static readonly RecordType Kind = new(
    [
        new FactField("name", new StringType(), "Of Intel `core`, `atom` or `lowpower`; of ARM the name of the core, or its numbers where it has none here"),
        new FactField("cpus", new NumberType(), "How many processors of the kind are switched on"),
    ]);

    private static readonly FactDescription Dies = FactDescription.Of(
        "cpu.dies",
        new NumberType(),
        "How many dies the processors that are switched on sit on, in all sockets together; Linux before 5.2 and most other architectures than x86 do not "
            + "say it. Never absent.",
        CpuNumbers.Folder,
        CpuInfo.File);

    private static readonly FactDescription Kinds = FactDescription.Of(
        "cpu.core_types",
        new ListType(Kind),
        "The kinds of cores of a host that mixes them, such as large and small ones. Absent: all cores are of one kind.",
        [.. IntelKinds.Select(Place), $"{Monitors}/cpu", "cpuid", ".policy/cpuid", CpuInfo.File, .. CpuNumbers.OnlineSources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("cpu-kinds", new SingleFact(Dies, LookAtDies), new SingleFact(Kinds, LookAtKinds));

    private static string Place(string kind) => $"{Monitors}/cpu_{kind}/cpus";

    private static Observation LookAtDies(Host host) => CpuNumbers.On(host).Observe((numbers, _) =>
    {
        var dies = Array.ConvertAll(numbers, number => Die(host.Root, $"{CpuNumbers.Folder}/cpu{number.ToString(CultureInfo.InvariantCulture)}/topology"));
        return dies.Length > 0 && Array.TrueForAll(dies, die => die is not null)
            ? Answer.Of(dies.Distinct().Count(), CpuNumbers.Folder)
            : new Unknown(UnknownCause.MissingSource, $"{CpuNumbers.Folder}: not every processor has a `die_id`");
    });

    // Kernels write -1 where the architecture does not know dies.
    private static (int Package, int Die)? Die(HostRoot root, string folder) =>
        Number(root, $"{folder}/physical_package_id") is { } package && Number(root, $"{folder}/die_id") is { } die ? (package, die) : null;

    private static int? Number(HostRoot root, string path) => root.Value(path) is Got<string> text ? CpuList.Number(text.Value) : null;

    private static Observation LookAtKinds(Host host) => CpuInfo.Of(host).Content?.Family switch
    {
        CpuFamily.Arm => OfArm(CpuInfo.Of(host).Content!),
        CpuFamily.X86 => OfX86(host),
        _ => CpuInfo.Of(host).Observe((info, source) => new Unknown(UnknownCause.Unsupported, $"{source}: not said for {info.Family} processors")),
    };

    private static Observation OfX86(Host host)
    {
        var found = IntelKinds.Select(kind => (Kind: kind, Processors: CpuList.Read(host.Root, Place(kind))))
            .Where(item => item.Processors is not Missing<int[]>)
            .ToArray();
        return (found, host.Root.Entry($"{Monitors}/cpu")) switch
        {
            ({ Length: > 1 }, _) => Answer.Of(found.Select(item => Describe(item.Kind, item.Processors.Then(numbers => numbers.Length))), Monitors),
            ({ Length: 1 }, _) => new Absent(Place(found[0].Kind)),
            (_, Got<HostEntry> one) => new Absent(one.Source),
            _ when host.Cpuid(FeaturesLeaf) is Got<CpuidRegisters> leaf && ((leaf.Value.Edx >> HybridBit) & 1) == 0 => new Absent(leaf.Source),
            _ => new Unknown(UnknownCause.MissingSource, $"{Monitors}/cpu"),
        };
    }

    private static Observation OfArm(CpuInfo info)
    {
        var (makers, parts) = (info.All("CPU implementer"), info.All("CPU part"));
        if (parts.Count == 0 || parts.Count != info.Processors.Count || makers.Count != parts.Count)
        {
            return new Unknown(UnknownCause.MissingSource, $"{CpuInfo.File}: not every processor has a line `CPU part`");
        }

        var kinds = makers.Zip(parts).GroupBy(core => core).ToArray();
        return kinds.Length == 1
            ? new Absent(CpuInfo.File)
            : Answer.Of(kinds.Select(kind => Describe(Name(kind.Key.First, kind.Key.Second), new Got<int>(kind.Count(), CpuInfo.File))), CpuInfo.File);
    }

    private static string Name(string maker, string part) => ArmNames.Core(maker, part) ?? $"{maker} {part}";

    private static Observation Describe(string name, Reading<int> count) => Answer.Of(
        string.Empty,
        ("name", Answer.Of(name)),
        ("cpus", count.Observe((number, _) => Answer.Of(number))));
}
