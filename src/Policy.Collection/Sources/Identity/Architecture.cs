using System.Buffers.Binary;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity;

/// <summary>What the machine's processors are.</summary>
internal static class Architecture
{
    private const string Recording = ".policy/commands/uname -m";
    private const string Cpuinfo = "proc/cpuinfo";
    private const int HeaderBytes = 20;
    private const int MachineOffset = 18;

    // Programs of every system; that they are of the kernel's architecture is certain only for 64 bits.
    private static readonly string[] Programs = ["usr/bin/bash", "bin/bash", "usr/bin/busybox", "bin/busybox", "usr/bin/ls", "bin/ls"];

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "architecture",
        new SingleFact(
            FactDescription.Of(
                "cpu.architecture",
                new StringType(),
                "The architecture as uname -m spells it: x86_64, aarch64, armv7l, ppc64le, s390x, riscv64; never absent.",
                Recording,
                "proc/sys/kernel/arch",
                Cpuinfo),
            host => Of(host).Observe((name, source) => Answer.Of(name, source))));

    /// <summary>The architecture in uname's spelling; of a captured root without a recording only where something there proves it.</summary>
    internal static Reading<string> Of(Host host) => host.Memory.Once("architecture", () => host.Machine() switch
    {
        Got<string> { Value.Length: > 0 } machine => machine,
        var machine when host.IsLive => machine,
        _ => FromKernel(host.Root) ?? FromCpuinfo(host.Root) ?? FromPrograms(host.Root) ?? (Reading<string>)new Missing<string>(Recording),
    });

    /// <summary>Whether it is x86, where the CPUID instruction is; null if nothing tells the architecture.</summary>
    internal static bool? IsX86(Host host) => Of(host).Content is { } name ? name is "x86_64" or "i386" or "i486" or "i586" or "i686" : null;

    private static Got<string>? FromKernel(HostRoot root) => root.Value("proc/sys/kernel/arch") is Got<string> { Value.Length: > 0 } name ? name : null;

    private static Got<string>? FromCpuinfo(HostRoot root)
    {
        foreach (var line in root.Lines(Cpuinfo).Content ?? [])
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && Name(line[..colon].Trim(), line[(colon + 1)..].Trim()) is { } name)
            {
                return new Got<string>(name, Cpuinfo);
            }
        }

        return null;
    }

    // Only what kernels of one architecture alone write: lm says what the processor could run, nopl what the kernel is, because a 32-bit one clears it.
    private static string? Name(string key, string value) => key switch
    {
        "flags" when value.Split(' ') is var flags && flags.Contains("lm") && flags.Contains("nopl") => "x86_64",
        "isa" when value.StartsWith("rv64", StringComparison.Ordinal) => "riscv64",
        "isa" when value.StartsWith("rv32", StringComparison.Ordinal) => "riscv32",
        "facilities" => "s390x",
        "CPU architecture" when value is "8" or "AArch64" => "aarch64",
        "CPU Family" when value.StartsWith("Loongson-64", StringComparison.Ordinal) => "loongarch64",
        _ => null,
    };

    private static Got<string>? FromPrograms(HostRoot root)
    {
        foreach (var program in Programs)
        {
            if (root.Bytes(program).Content is { Length: > HeaderBytes } bytes && Name(bytes) is { } name)
            {
                return new Got<string>(name, program);
            }
        }

        return null;
    }

    // elf(5): magic, class (2 is 64 bits), byte order (2 is big-endian); e_machine by <elf.h>.
    private static string? Name(ReadOnlySpan<byte> header)
    {
        if (!header.StartsWith("\x7F"u8) || !header[1..].StartsWith("ELF"u8) || header[4] != 2)
        {
            return null;
        }

        var isBig = header[5] == 2;
        var machine = header[MachineOffset..];
        return (isBig ? BinaryPrimitives.ReadUInt16BigEndian(machine) : BinaryPrimitives.ReadUInt16LittleEndian(machine)) switch
        {
            21 => isBig ? "ppc64" : "ppc64le",
            22 => "s390x",
            62 => "x86_64",
            183 => "aarch64",
            243 => "riscv64",
            258 => "loongarch64",
            _ => null,
        };
    }
}
