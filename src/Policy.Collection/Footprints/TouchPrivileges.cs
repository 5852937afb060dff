using System.Collections.Immutable;

namespace Policy.Collection.Footprints;

/// <summary>What a look needs that not every user has, on a host of usual set-up.</summary>
public static class TouchPrivileges
{
    private static readonly ImmutableArray<(string Name, string Needs)> Table =
    [
        ("sys/firmware/acpi/tables/*", "root"),
        ("sys/firmware/dmi/tables", "root"),
        ("sys/firmware/dmi/entries", "root"),
        ("sys/kernel/security", "root where it is closed"),
        ("sys/firmware/efi/efivars/*", "root where it is closed"),
        ("proc/1/environ", "root"),
        ("proc/1/ns", "root"),
        ("proc/*/environ", "root"),
        ("boot", "root where it is closed"),
        ("dev/kvm", "group kvm or an access list"),
        ("dev/*", "whom the node lets open it"),
        ("*.sock", "whom the socket lets connect"),
        ("syslog(2)", "root where kernel.dmesg_restrict is 1"),
        ("getxattr(2)", "whoever may see the file"),
    ];

    /// <summary>The need in words; null if any user may look.</summary>
    public static string? Of(Touch touch) => touch.Kind == TouchKind.Socket
        ? Find("*.sock")
        : Table.FirstOrDefault(row => new Touch(touch.Kind == TouchKind.Call ? TouchKind.Call : TouchKind.File, row.Name) is var known
            && (known.Name == touch.Name || known.Covers(touch.Name))).Needs;

    private static string Find(string name) => Table.First(row => row.Name == name).Needs;
}
