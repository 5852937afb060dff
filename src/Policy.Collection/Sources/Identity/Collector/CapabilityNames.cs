using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Collector;

/// <summary>The kernel's divisions of root's power: capabilities(7), by the number of their bit.</summary>
internal static class CapabilityNames
{
    private static readonly string[] Names =
    [
        "chown", "dac_override", "dac_read_search", "fowner", "fsetid", "kill", "setgid", "setuid",
        "setpcap", "linux_immutable", "net_bind_service", "net_broadcast", "net_admin", "net_raw", "ipc_lock", "ipc_owner",
        "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct", "sys_admin", "sys_boot", "sys_nice",
        "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease", "audit_write", "audit_control", "setfcap",
        "mac_override", "mac_admin", "syslog", "wake_alarm", "block_suspend", "audit_read", "perfmon", "bpf", "checkpoint_restore",
    ];

    /// <summary>The list of the names of a hexadecimal mask.</summary>
    internal static Observation Observe(string mask, string source) =>
        ulong.TryParse(mask, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            ? Answer.Of(Of(bits), source)
            : new Unknown(UnknownCause.Malformed, source);

    /// <summary>The names of the bits that are set, in their order; of a bit that is younger than this table its number.</summary>
    internal static IEnumerable<string> Of(ulong bits) =>
        from bit in Enumerable.Range(0, 64)
        where ((bits >> bit) & 1) != 0
        select bit < Names.Length ? Names[bit] : bit.ToString(CultureInfo.InvariantCulture);
}
