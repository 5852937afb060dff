using System.Collections.Frozen;
using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Kernel options that came, went or got another name: where a configuration does not mention them, that alone says nothing.</summary>
internal static class OptionHistory
{
    // Name, `until` or `since` and the version, then the options that stand for it in the other kernels; none where its function is gone.
    private static readonly FrozenDictionary<string, OptionLife> Table = Parse(
        """
        CGROUP_MEM_RES_CTLR until 3.6 MEMCG
        CGROUP_MEM_RES_CTLR_SWAP until 3.6 MEMCG_SWAP
        CGROUP_MEM_RES_CTLR_SWAP_ENABLED until 3.6 MEMCG_SWAP_ENABLED
        CGROUP_MEM_RES_CTLR_KMEM until 3.6 MEMCG_KMEM
        MEMCG since 3.6 CGROUP_MEM_RES_CTLR
        EXT4_FS_XATTR until 3.8 EXT4_FS
        NETPRIO_CGROUP until 3.14 CGROUP_NET_PRIO
        CGROUP_NET_PRIO since 3.14 NETPRIO_CGROUP
        CGROUP_NET_CLASSID since 3.14 NET_CLS_CGROUP
        OVERLAYFS_FS until 3.18 OVERLAY_FS
        OVERLAY_FS since 3.18 OVERLAYFS_FS
        RESOURCE_COUNTERS until 3.19 MEMCG
        EXT3_FS_XATTR until 4.3 EXT4_FS
        DEVPTS_MULTIPLE_INSTANCES until 4.8 UNIX98_PTYS
        NF_CONNTRACK_IPV4 until 4.19 NF_CONNTRACK
        NF_CONNTRACK_IPV6 until 4.19 NF_CONNTRACK
        IOSCHED_CFQ until 5.0
        CFQ_GROUP_IOSCHED until 5.0
        IOSCHED_DEADLINE until 5.0 MQ_IOSCHED_DEADLINE
        NF_NAT_IPV4 until 5.1 NF_NAT
        NF_NAT_IPV6 until 5.1 NF_NAT
        NF_NAT_NEEDED until 5.2 NF_NAT
        NETFILTER_XT_TARGET_MASQUERADE since 5.2 IP_NF_TARGET_MASQUERADE
        INET_XFRM_MODE_TRANSPORT until 5.3 XFRM
        INET_XFRM_MODE_TUNNEL until 5.3 XFRM
        INET_XFRM_MODE_BEET until 5.3 XFRM
        INET6_XFRM_MODE_TRANSPORT until 5.3 XFRM
        INET6_XFRM_MODE_TUNNEL until 5.3 XFRM
        INET6_XFRM_MODE_BEET until 5.3 XFRM
        MEMCG_SWAP_ENABLED until 5.8 MEMCG_SWAP
        MEMCG_SWAP until 6.1 MEMCG SWAP
        MEMCG_KMEM until 6.11 MEMCG
        MEMCG_V1 since 6.11 MEMCG
        CPUSETS_V1 since 6.12 CPUSETS
        NETFILTER_XTABLES_LEGACY since 6.17 NETFILTER_XTABLES
        IP_NF_IPTABLES_LEGACY since 6.9 IP_NF_IPTABLES
        IP6_NF_IPTABLES_LEGACY since 6.9 IP6_NF_IPTABLES
        BRIDGE_NF_EBTABLES_LEGACY since 6.9 BRIDGE_NF_EBTABLES
        EXT3_FS until 6.18 EXT4_FS
        EXT3_FS_POSIX_ACL until 6.18 EXT4_FS_POSIX_ACL
        EXT3_FS_SECURITY until 6.18 EXT4_FS_SECURITY
        IP_NF_TARGET_REDIRECT until 6.17 NETFILTER_XT_TARGET_REDIRECT
        """);

    /// <summary>What a configuration that does not mention an option says of it.</summary>
    /// <param name="option">Its name without <c>CONFIG_</c>.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="release">The kernel's release where the configuration does not tell its version; null if nobody does.</param>
    internal static Observation Find(string option, Got<KernelConfig> config, string? release)
    {
        if (!Table.TryGetValue(option, out var life))
        {
            return new Absent(config.Source);
        }

        var version = KernelVersionFit.Branch(config.Value.Version) ?? KernelVersionFit.Branch(release);
        var exists = version is null ? null : (bool?)(life.IsNew ? Compare(version.Value, life.Version) >= 0 : Compare(version.Value, life.Version) < 0);
        return exists switch
        {
            true when life.IsNew || !IsAnyOn(life.Others, config.Value) => new Absent(config.Source),
            false when life.Others.Length > 0 => Least(Array.ConvertAll(life.Others, other => Ask(other, config, release))),
            false => Doubt($"{config.Source}: {option} is no option of Linux from {life.Text} on, and no other stands for it"),
            _ => Doubt($"{config.Source}: {option} is {(life.IsNew ? "an option since" : "no option of Linux from")} {life.Text}{(life.IsNew ? string.Empty : " on")}"),
        };
    }

    private static Observation Ask(string option, Got<KernelConfig> config, string? release) =>
        config.Value.Find(option) is { } value ? Answer.Of(value, $"{config.Source}: {option}") : Find(option, config, release);

    // A distribution that carries newer code back to an old version drops the option earlier.
    private static bool IsAnyOn(string[] others, KernelConfig config) => Array.Exists(others, other => config.Find(other) is "y" or "m");

    // Where several options make up the function, it is there as far as the least of them.
    private static Observation Least(Observation[] others) => others.MinBy(other => other switch
    {
        Absent => 0,
        Present { Value: StringValue { Value: "n" } } => 1,
        Unknown => 2,
        Present { Value: StringValue { Value: "m" } } => 3,
        _ => 4,
    })!;

    private static int Compare((int Major, int Minor) version, (int Major, int Minor) other) => version.CompareTo(other);

    private static Unknown Doubt(string detail) => new(UnknownCause.Unsupported, detail);

    private static FrozenDictionary<string, OptionLife> Parse(string table) => table.Split('\n').Select(line => line.Split(' ')).ToFrozenDictionary(
        words => words[0],
        words => new OptionLife(words[1] == "since", words[2], words[3..]),
        StringComparer.Ordinal);
}

/// <summary>When an option exists.</summary>
/// <param name="IsNew">It begins with the version; otherwise it ends before it.</param>
/// <param name="Text">The version, such as <c>5.1</c>.</param>
/// <param name="Others">What stands for it in the other kernels: all of them together.</param>
internal sealed record OptionLife(bool IsNew, string Text, string[] Others)
{
    /// <summary>The version as numbers.</summary>
    internal (int Major, int Minor) Version { get; } = (Number(Text.Split('.')[0]), Number(Text.Split('.')[1]));

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
