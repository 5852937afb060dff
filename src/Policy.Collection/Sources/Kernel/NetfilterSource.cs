using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>With what packets are filtered.</summary>
internal static class NetfilterSource
{
    private const string Nft = "nft";
    private const string Legacy = "legacy";

    private static readonly string[] Programs = ["usr/sbin/iptables", "sbin/iptables", "usr/bin/iptables", "bin/iptables", "usr/local/sbin/iptables"];

    private static readonly FactDescription Backend = FactDescription.Of(
        "netfilter.backend",
        new StringType([Nft, Legacy, "both"]),
        "Which filters the kernel has or can load: those of nftables, which iptables can use too, the old ones of iptables, or both; from Linux 6.17 on the "
            + "old ones are left out by default. Absent: neither.",
        ModuleSource.Places);

    private static readonly FactDescription Iptables = FactDescription.Of(
        "netfilter.iptables",
        new StringType([Nft, Legacy]),
        "Which filters the program iptables(8) fills. Absent: it is in none of the usual folders.",
        [.. Programs, .. CapturedTree.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "netfilter",
        new SingleFact(Backend, LookAtKernel),
        new SingleFact(Iptables, LookAtProgram));

    private static Observation LookAtKernel(Host host)
    {
        var modules = KernelModules.Of(host);
        var (tables, old) = (modules.State("nf_tables"), modules.State("ip_tables"));
        return (IsUsable(tables), IsUsable(old)) switch
        {
            (true, true) => Answer.Of("both", Source(tables)),
            (true, false) => Answer.Of(Nft, Source(tables)),
            (false, true) => Answer.Of(Legacy, Source(old)),
            (false, false) => new Absent(Source(tables)),
            (null, _) => tables,
            (_, null) => old,
        };
    }

    private static bool? IsUsable(Observation state) => state switch
    {
        Present { Value: StringValue { Value: var text } } => text != ModuleState.Blocked,
        Absent => false,
        _ => null,
    };

    private static string Source(Observation state) => state switch
    {
        Present present => present.Source,
        Absent absent => absent.Source,
        _ => string.Empty,
    };

    // One program has many names, and its own name says what it is.
    private static Observation LookAtProgram(Host host) => Array.ConvertAll(Programs, host.Root.Target).FirstOrDefault(target => target is not Missing<string>) switch
    {
        null when CapturedTree.IsWhole(host, Programs[0]) => new Absent(Programs[0]),
        null => new Unknown(UnknownCause.MissingSource, Programs[0]),
        var target => target.Observe((path, source) => Path.GetFileName(path) switch
        {
            "xtables-nft-multi" or "iptables-nft" => Answer.Of(Nft, source),
            "xtables-legacy-multi" or "xtables-multi" or "iptables-legacy" => Answer.Of(Legacy, source),
            var name => new Unknown(UnknownCause.Unsupported, $"{source}: which filters {name} fills"),
        }),
    };
}
