using System.Collections.Immutable;
using Policy.Core.Diagnostics;

namespace Policy.Collection;

/// <summary>A program that may be run on a host, with the only arguments that it may get.</summary>
/// <param name="Program">Its name, looked up in PATH.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Answer">Where it answers.</param>
public sealed record HostCommand(string Program, Sequence<string> Arguments, HostCommandAnswer Answer = HostCommandAnswer.Output)
{
    /// <summary>The machine's name for its processor architecture; the live host is asked by uname(2).</summary>
    public static readonly HostCommand UnameMachine = new("uname", ["-m"], HostCommandAnswer.RecordedOnly);

    /// <summary>The release of the running kernel; the live host is asked by uname(2).</summary>
    public static readonly HostCommand UnameRelease = new("uname", ["-r"], HostCommandAnswer.RecordedOnly);

    /// <summary>The kernel's log; the live host is asked by syslog(2).</summary>
    public static readonly HostCommand KernelLog = new("dmesg", [], HostCommandAnswer.RecordedOnly);

    /// <summary>The tables of the firmware; of the live host they are files.</summary>
    public static readonly HostCommand Firmware = new("dmidecode", [], HostCommandAnswer.RecordedOnly);

    /// <summary>The table of everything that may be run: each prints its version and ends, without a network and without writing a file.</summary>
    public static ImmutableArray<HostCommand> Everything { get; } =
    [
        UnameMachine,
        UnameRelease,
        KernelLog,
        Firmware,
        new("python3", ["--version"], HostCommandAnswer.OutputAndErrors),
        new("node", ["--version"]),
        new("rustc", ["--version"]),
        new("go", ["version"]),
        new("php", ["--version"]),
        new("java", ["-version"], HostCommandAnswer.OutputAndErrors),
        new("dotnet", ["--list-sdks"]),
        new("ruby", ["--version"]),
        new("perl", ["-e", "print $^V"]),
        new("gcc", ["-dumpfullversion"]),
        new("clang", ["--version"]),
        new("docker", ["--version"]),
        new("podman", ["--version"]),
        new("containerd", ["--version"]),
        new("runc", ["--version"]),
        new("crun", ["--version"]),
    ];

    /// <summary>Program and arguments with single blanks between, as recordings are named.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program));
}
