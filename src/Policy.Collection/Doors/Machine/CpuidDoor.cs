using System.Globalization;
using System.Runtime.Intrinsics.X86;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>The CPUID instruction, or its recorded answers.</summary>
internal static class CpuidDoor
{
    private const string Recording = ".policy/cpuid";
    private const uint RangeMask = 0xffff0000;

    /// <summary>The registers; missing if the leaf is above the highest of its range.</summary>
    /// <remarks>Above the highest leaf processors repeat another leaf's registers, which would be read as features.</remarks>
    internal static Reading<CpuidRegisters> Ask(Host host, uint leaf, uint subleaf)
    {
        var ask = host.IsLive ? Live() : Recorded(host);
        return ask switch
        {
            Got<Func<uint, uint, CpuidRegisters?>> got => Answer(got, leaf, subleaf),
            Missing<Func<uint, uint, CpuidRegisters?>> => new Failed<CpuidRegisters>(UnknownCause.NotCollected, Recording),
            _ => ask.Then(_ => default(CpuidRegisters)),
        };
    }

    private static Reading<CpuidRegisters> Answer(Got<Func<uint, uint, CpuidRegisters?>> ask, uint leaf, uint subleaf)
    {
        // The hypervisor's range is announced by a bit, and its first leaf may say less than there is: Xen counts from 40000100.
        var isHypervisor = (leaf & RangeMask) == 0x40000000;
        if (!isHypervisor && ask.Value(leaf & RangeMask, 0) is { } first && first.Eax < leaf)
        {
            return new Missing<CpuidRegisters>(ask.Source);
        }

        return ask.Value(leaf, subleaf) is { } registers
            ? new Got<CpuidRegisters>(registers, ask.Source)
            : new Failed<CpuidRegisters>(UnknownCause.NotCollected, ask.Source, $"leaf {leaf:x} {subleaf:x}");
    }

    private static Reading<Func<uint, uint, CpuidRegisters?>> Live() => X86Base.IsSupported
        ? new Got<Func<uint, uint, CpuidRegisters?>>(Execute, "cpuid")
        : new Failed<Func<uint, uint, CpuidRegisters?>>(UnknownCause.Unsupported, "cpuid", "not an x86 processor");

    private static CpuidRegisters? Execute(uint leaf, uint subleaf)
    {
        var (eax, ebx, ecx, edx) = X86Base.CpuId(unchecked((int)leaf), unchecked((int)subleaf));
        return unchecked(new CpuidRegisters((uint)eax, (uint)ebx, (uint)ecx, (uint)edx));
    }

    private static Reading<Func<uint, uint, CpuidRegisters?>> Recorded(Host host) => host.Memory.Once("cpuid", () => host.Root.Lines(Recording)) switch
    {
        Got<string[]> got => host.Memory.Once("cpuid-leaves", () => Parse(got)),
        var reading => reading.Then<Func<uint, uint, CpuidRegisters?>>(_ => static (_, _) => null),
    };

    private static Reading<Func<uint, uint, CpuidRegisters?>> Parse(Got<string[]> lines)
    {
        var leaves = new Dictionary<(uint Leaf, uint Subleaf), CpuidRegisters>();
        foreach (var line in lines.Value.Where(line => !string.IsNullOrWhiteSpace(line)))
        {
            if (Numbers(line) is not [var leaf, var subleaf, var eax, var ebx, var ecx, var edx])
            {
                return new Failed<Func<uint, uint, CpuidRegisters?>>(UnknownCause.Malformed, Recording, "a line is not six hexadecimal numbers");
            }

            leaves[(leaf, subleaf)] = new CpuidRegisters(eax, ebx, ecx, edx);
        }

        return new Got<Func<uint, uint, CpuidRegisters?>>((leaf, subleaf) => leaves.TryGetValue((leaf, subleaf), out var found) ? found : null, Recording);
    }

    private static List<uint> Numbers(string line)
    {
        var numbers = new List<uint>();
        foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var digits = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? word[2..] : word;
            if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            {
                return [];
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
