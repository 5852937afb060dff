namespace Policy.Collection.Sources.Iommu.Log;

/// <summary>What the kernel's log proves about IOMMUs.</summary>
internal sealed class IommuLog
{
    /// <summary>Where the log is read.</summary>
    internal static readonly string[] Sources = ["syslog(2)", "dmesg", "var/log/dmesg"];

    private readonly DmarLog dmar = new();
    private readonly AmdViLog amd = new();
    private readonly HashSet<string> smmus = new(StringComparer.Ordinal);
    private bool hasGroups;

    private IommuLog(string[] lines)
    {
        foreach (var line in lines)
        {
            Read(KernelMessage.Text(line));
        }
    }

    /// <summary>What Intel's driver says.</summary>
    internal DmarLog Dmar => dmar;

    /// <summary>The firmware's table that a driver read; null if the log does not prove one.</summary>
    internal string? Kind => (dmar.HostAddressWidth, amd.IsActive, smmus.Count) switch
    {
        (not null, _, _) => "dmar",
        (_, true, _) => "ivrs",
        (_, _, > 0) => "iort",
        _ => null,
    };

    /// <summary>How many units the drivers found; null if the log does not prove it.</summary>
    internal int? Units => Kind switch
    {
        "dmar" => dmar.Units,
        "ivrs" => amd.Units,
        _ => null,
    };

    /// <summary>A driver finished its start, or a PCI device was given to a group before any driver took the device.</summary>
    internal bool IsActive => dmar.IsActive || amd.IsActive || hasGroups;

    /// <summary>Whether interrupts are remapped; null if the log does not say it.</summary>
    internal bool? InterruptRemapping => dmar.InterruptRemapping ?? amd.InterruptRemapping;

    /// <summary><c>xapic</c> or <c>x2apic</c>; null if the log does not say it.</summary>
    internal string? InterruptMode => dmar.InterruptMode ?? amd.InterruptMode;

    /// <summary>Reads the log once.</summary>
    internal static Reading<IommuLog> Of(Host host) => host.Memory.Once("iommu-log", () => host.KernelLog().Then(lines => new IommuLog(lines)));

    private void Read(ReadOnlySpan<char> message)
    {
        dmar.Read(message);
        amd.Read(message);

        // The number and `.auto` are the name of a unit that comes from the IORT; one of a device tree has its address there.
        if (KernelMessage.TryTail(message, "arm-smmu-v3 ", out var unit) || KernelMessage.TryTail(message, "arm-smmu ", out unit))
        {
            var end = unit.IndexOf(".auto: ");
            smmus.UnionWith(end < 0 ? [] : [unit[..end].ToString()]);
        }

        hasGroups |= KernelMessage.TryTail(message, "pci ", out var device) && device.IndexOf(": Adding to iommu group ") > 0;
    }
}
