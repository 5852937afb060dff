using Policy.Collection.Sources.Iommu.Log;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>Whether interrupts of devices go through the IOMMU.</summary>
internal static class InterruptSource
{
    private const string Interrupts = "proc/interrupts";

    private static readonly FactDescription Remapping = FactDescription.Of(
        "iommu.interrupt_remapping",
        new BooleanType(),
        "Interrupts of devices are remapped, so that a guest with a device cannot forge them: the chips have names such as `IR-PCI-MSI`. "
            + "Unknown off x86, where this is done in other ways.",
        [Interrupts, .. IommuLog.Sources]);

    private static readonly FactDescription Mode = FactDescription.Of(
        "iommu.interrupt_mode",
        new StringType(["xapic", "x2apic"]),
        "The mode in which interrupts are remapped; xAPIC reaches 255 processors at most. Absent if interrupts are not remapped.",
        [Interrupts, .. IommuLog.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "iommu-interrupts",
        new SingleFact(Remapping, LookAtRemapping),
        new SingleFact(Mode, LookAtMode));

    private static Observation LookAtRemapping(Host host)
    {
        var lines = host.Root.Lines(Interrupts);
        return lines is Got<string[]> got && Remaps(got.Value) is { } remaps ? Answer.Of(remaps, Interrupts) : FromLog(host, lines);
    }

    private static Observation FromLog(Host host, Reading<string[]> lines) => IommuLog.Of(host) switch
    {
        Got<IommuLog> { Value.InterruptRemapping: { } remaps } log => Answer.Of(remaps, log.Source),
        _ => lines.Observe((_, source) => new Unknown(UnknownCause.Unsupported, $"{source}: no interrupt chip of x86")),
    };

    private static Observation LookAtMode(Host host) => LookAtRemapping(host) switch
    {
        Present { Value: BooleanValue { Value: false } } no => new Absent(no.Source),
        _ => IommuLog.Of(host).Observe((log, source) => log.InterruptMode is { } mode ? Answer.Of(mode, source) : new Unknown(UnknownCause.MissingSource, source)),
    };

    // Under Xen the chips are Xen's own and say nothing; the same on other architectures.
    private static bool? Remaps(string[] lines)
    {
        bool? remaps = null;
        foreach (var line in lines)
        {
            var chip = Chip(line);
            if (Is(chip, "IR-IO-APIC") || Is(chip, "IR-PCI-MSI"))
            {
                return true;
            }

            remaps = Is(chip, "IO-APIC") || Is(chip, "PCI-MSI") ? false : remaps;
        }

        return remaps;
    }

    // The first word behind the number of the interrupt and the counts of the processors.
    private static ReadOnlySpan<char> Chip(string line)
    {
        var rest = line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1).TrimStart("0123456789 ");
        var end = rest.IndexOf(' ');
        return end < 0 ? rest : rest[..end];
    }

    // Old kernels write the flow behind the chip (IO-APIC-edge), new ones the device (PCI-MSIX-0000:00:01.0).
    private static bool Is(ReadOnlySpan<char> word, string chip) =>
        word.StartsWith(chip, StringComparison.Ordinal) && (word.Length == chip.Length || word[chip.Length] is '-' or 'X');
}
