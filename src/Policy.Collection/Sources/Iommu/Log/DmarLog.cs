using System.Globalization;
using Policy.Collection.Sources.Iommu.Acpi;

namespace Policy.Collection.Sources.Iommu.Log;

/// <summary>What Intel's driver says in the kernel's log: <c>drivers/iommu/intel/{dmar,iommu,irq_remapping}.c</c>.</summary>
internal sealed class DmarLog
{
    private readonly List<DmarStructure> structures = [];
    private readonly Dictionary<string, UnitRegisters> registers = new(StringComparer.Ordinal);
    private readonly List<string> inconsistent = [];

    /// <summary>The width that the driver read from the table; null if the log does not hold it.</summary>
    /// <remarks>It is printed before the table's structures: where it stands, none of them is lost.</remarks>
    internal int? HostAddressWidth { get; private set; }

    /// <summary>How many units the table has; null if the log does not hold all of it.</summary>
    internal int? Units => HostAddressWidth is not null && Count(DmarKind.Unit) is > 0 and var count ? count : null;

    /// <summary>What the units can do, by their names such as <c>dmar0</c>.</summary>
    internal IReadOnlyDictionary<string, UnitRegisters> Registers => registers;

    /// <summary>The last line of a successful start.</summary>
    internal bool IsActive { get; private set; }

    /// <summary>The features in which the units differ; null if the log does not hold the whole start.</summary>
    internal IReadOnlyList<string>? Inconsistent => HostAddressWidth is not null && IsActive ? inconsistent : null;

    /// <summary>Whether interrupts are remapped; null if the log does not say it.</summary>
    internal bool? InterruptRemapping { get; private set; }

    /// <summary><c>xapic</c> or <c>x2apic</c>; null if the log does not say it.</summary>
    internal string? InterruptMode { get; private set; }

    /// <summary>The driver obeyed the table's opt-out bit.</summary>
    internal bool X2apicOptOut { get; private set; }

    /// <summary>The driver obeyed the table's opt-in bit.</summary>
    internal bool DmaOptIn { get; private set; }

    /// <summary>The units or the reserved regions; null if the log does not hold all of them.</summary>
    internal IEnumerable<DmarStructure>? Structures(DmarKind kind) => HostAddressWidth is null ? null : structures.Where(structure => structure.Kind == kind);

    /// <summary>Takes notice of a message.</summary>
    internal void Read(ReadOnlySpan<char> message)
    {
        // Linux before 4.2 wrote `dmar:`, and for some lines nothing at all.
        if (KernelMessage.TryTail(message, "DMAR: ", out var tail) || KernelMessage.TryTail(message, "dmar: ", out tail))
        {
            ReadTable(tail);
            ReadStart(tail);
        }
        else if (KernelMessage.TryTail(message, "DMAR-IR: ", out tail))
        {
            ReadInterrupts(tail);
        }
        else if (KernelMessage.TryTail(message, "PCI-DMA: ", out tail))
        {
            ReadStart(tail);
        }
        else
        {
            ReadMode(message);
        }
    }

    private void ReadTable(ReadOnlySpan<char> tail)
    {
        if (KernelMessage.TryTail(tail, "Host address width ", out var width) && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
        {
            HostAddressWidth = bits;
        }
        else if (KernelMessage.TryTail(tail, "DRHD base: ", out var unit) && TryAddress(unit, out var address))
        {
            Add(DmarKind.Unit, new ReservedRegion(address, 0), unit.EndsWith("flags: 0x1", StringComparison.Ordinal));
        }
        else if (KernelMessage.TryTail(tail, "RMRR base: ", out var region)
            && TryAddress(region, out var first)
            && region.IndexOf("end: ") is > 0 and var end
            && TryAddress(region[(end + "end: ".Length)..], out var last))
        {
            Add(DmarKind.ReservedRegion, new ReservedRegion(first, last), flag: false);
        }
        else if (UnitRegisters.Parse(tail) is var (name, found))
        {
            registers[name] = found;
        }
    }

    private int Count(DmarKind kind) => structures.Count(structure => structure.Kind == kind);

    // A log can hold two starts of the kernel.
    private void Add(DmarKind kind, ReservedRegion memory, bool flag)
    {
        if (!structures.Exists(structure => structure.Kind == kind && structure.Memory == memory))
        {
            structures.Add(new DmarStructure(kind, flag, 0, memory, null));
        }
    }

    private void ReadStart(ReadOnlySpan<char> tail)
    {
        IsActive |= tail.SequenceEqual("Intel(R) Virtualization Technology for Directed I/O");
        DmaOptIn |= tail.SequenceEqual("Intel-IOMMU force enabled due to platform opt in");
        if (KernelMessage.TryTail(tail, "IOMMU feature ", out var feature) && feature.EndsWith(" inconsistent", StringComparison.Ordinal))
        {
            inconsistent.Add(feature[..^" inconsistent".Length].ToString());
        }
    }

    private void ReadInterrupts(ReadOnlySpan<char> tail)
    {
        X2apicOptOut |= tail.StartsWith("x2apic is disabled because BIOS sets x2apic opt out bit", StringComparison.Ordinal);
        if (tail.StartsWith("Failed to enable irq remapping", StringComparison.Ordinal))
        {
            InterruptRemapping = false;
        }

        ReadMode(tail);
    }

    private void ReadMode(ReadOnlySpan<char> tail)
    {
        if (KernelMessage.TryTail(tail, "Enabled IRQ remapping in ", out var mode) && mode is "xapic mode" or "x2apic mode")
        {
            InterruptRemapping = true;
            InterruptMode = mode[..mode.IndexOf(' ')].ToString();
        }
    }

    private static bool TryAddress(ReadOnlySpan<char> text, out ulong address)
    {
        address = 0;
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        return KernelMessage.TryTail(word, "0x", out var digits) && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out address);
    }
}
