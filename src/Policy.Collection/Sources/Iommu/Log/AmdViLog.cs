namespace Policy.Collection.Sources.Iommu.Log;

/// <summary>What AMD's driver says in the kernel's log: <c>drivers/iommu/amd/init.c</c>.</summary>
internal sealed class AmdViLog
{
    private const string Prefix = "AMD-Vi: ";
    private const string Found = "Found IOMMU";

    private readonly HashSet<string> units = new(StringComparer.Ordinal);
    private bool isFiltered = true;
    private bool isModeDue;

    /// <summary>How many IOMMUs the driver found; null if the log may have lost some of the lines.</summary>
    internal int? Units => !isFiltered && units.Count > 0 ? units.Count : null;

    /// <summary>The driver found an IOMMU, which it says after having enabled it.</summary>
    internal bool IsActive => units.Count > 0;

    /// <summary>Whether interrupts are remapped; null if the log does not say it.</summary>
    internal bool? InterruptRemapping { get; private set; }

    /// <summary><c>xapic</c> or <c>x2apic</c>; null if the log does not say it.</summary>
    internal string? InterruptMode { get; private set; }

    /// <summary>Takes notice of a message.</summary>
    internal void Read(ReadOnlySpan<char> message)
    {
        if (KernelMessage.TryTail(message, Prefix, out var tail))
        {
            ReadUnit(tail, AddressBehind(tail));
            ReadInterrupts(tail);
        }
        else if (KernelMessage.TryTail(message, "pci ", out var device) && device.IndexOf(": " + Prefix) is > 0 and var colon)
        {
            ReadUnit(device[(colon + 2 + Prefix.Length)..], device[..colon]);
        }
        else if (units.Count == 0)
        {
            // Another driver's line before the first unit: the log was not cut off among the units.
            isFiltered = false;
        }
    }

    private void ReadUnit(ReadOnlySpan<char> tail, ReadOnlySpan<char> address)
    {
        if (tail.StartsWith(Found, StringComparison.Ordinal))
        {
            units.Add(address.ToString());
        }
    }

    private void ReadInterrupts(ReadOnlySpan<char> tail)
    {
        if (isModeDue)
        {
            InterruptMode = tail is "X2APIC enabled" ? "x2apic" : "xapic";
            isModeDue = false;
        }

        if (tail is "Interrupt remapping enabled")
        {
            InterruptRemapping = true;
            isModeDue = true;
        }
        else if (tail is "Disabling interrupt remapping")
        {
            InterruptRemapping = false;
        }
    }

    // Before Linux 5.11: `Found IOMMU at 0000:00:00.2 cap 0x40`.
    private static ReadOnlySpan<char> AddressBehind(ReadOnlySpan<char> tail)
    {
        if (!KernelMessage.TryTail(tail, Found + " at ", out var address))
        {
            return [];
        }

        var end = address.IndexOf(' ');
        return end < 0 ? address : address[..end];
    }
}
