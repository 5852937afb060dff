using Policy.Core.Diagnostics;

namespace Policy.Collection;

/// <summary>A host that can be asked: its files, the programs that may be run on it, and what only a running machine can tell.</summary>
/// <param name="Root">The door to its files.</param>
/// <param name="Commands">The door to programs; of a captured root their recorded output.</param>
/// <param name="Options">What the user allowed.</param>
public sealed record Host(HostRoot Root, HostCommands Commands, HostOptions Options)
{
    /// <summary>Whether it is the machine that the program runs on; only then may devices, CPUID and the process itself be asked.</summary>
    public bool IsLive => Root.IsLive;

    /// <summary>What several sources share and only one has to read.</summary>
    internal HostMemory Memory { get; } = new();

    /// <summary>The registers that the CPUID instruction gives, or the recorded ones of <c>.policy/cpuid</c>.</summary>
    public Reading<CpuidRegisters> Cpuid(uint leaf, uint subleaf = 0) => throw new NotImplementedException();

    /// <summary>The machine's name for its architecture as <c>uname -m</c> prints it; of a captured root the recorded output.</summary>
    public Reading<string> Machine() => throw new NotImplementedException();

    /// <summary>The release of the running kernel: <c>proc/sys/kernel/osrelease</c>, else the recorded <c>uname -r</c>.</summary>
    public Reading<string> KernelRelease() => throw new NotImplementedException();

    /// <summary>Who collects; of a captured root the recorded <c>.policy/user</c>.</summary>
    public Reading<HostUser> User() => throw new NotImplementedException();

    /// <summary>An environment variable of the collector; missing if it is not set. Of a captured root from <c>.policy/environment</c>.</summary>
    public Reading<string> Variable(string name) => throw new NotImplementedException();

    /// <summary>The kernel's log, oldest line first, without priorities: syslog(2) on the live host, else <c>var/log/dmesg</c> or the recorded <c>dmesg</c>.</summary>
    public Reading<string[]> KernelLog() => throw new NotImplementedException();

    /// <summary>What <c>/dev/kvm</c> answers; only on the live host and only if <see cref="HostOptions.ProbeKvm"/> allows it.</summary>
    public KvmAnswer AskKvm() => throw new NotImplementedException();

    /// <summary>Whether a local stream socket lets the collector connect: <c>ok</c> or the name of the error, such as <c>EACCES</c> or <c>ECONNREFUSED</c>. Live only.</summary>
    public Reading<string> Connect(string socketPath) => throw new NotImplementedException();

    /// <summary>Opens a character device for reading and writing and closes it: <c>ok</c> or the name of the error, such as <c>EACCES</c>. Live only.</summary>
    public Reading<string> OpenDevice(string path) => throw new NotImplementedException();

    /// <summary>Magic number and space of the file system under a path: statfs(2). Live only; never call it on a network or automount path.</summary>
    public Reading<FileSystemSpace> Space(string path) => throw new NotImplementedException();
}

/// <summary>What the user allowed.</summary>
/// <param name="ProbeKvm">Whether <c>/dev/kvm</c> may be opened and asked to create a VM.</param>
/// <param name="Project">The folder, relative to the host's root, whose lock files tell the libraries; null if none was named.</param>
public sealed record HostOptions(bool ProbeKvm = true, string? Project = null);

/// <summary>The four registers after CPUID.</summary>
public readonly record struct CpuidRegisters(uint Eax, uint Ebx, uint Ecx, uint Edx);

/// <summary>A user with all groups.</summary>
public sealed record HostUser(long Uid, long Gid, Sequence<long> Groups);

/// <summary>A file system's magic number and its bytes in all and for unprivileged users.</summary>
public readonly record struct FileSystemSpace(long Magic, long Total, long Available);

/// <summary>What <c>/dev/kvm</c> answered, question by question; a later question is not asked after an earlier error.</summary>
/// <param name="Open"><c>ok</c> or the error's name; failed if it was not allowed to ask.</param>
/// <param name="ApiVersion">The answer to KVM_GET_API_VERSION.</param>
/// <param name="CreateVm"><c>ok</c> or the error's name.</param>
/// <param name="CreateVcpu"><c>ok</c> or the error's name.</param>
/// <param name="Extensions">Answers of KVM_CHECK_EXTENSION by capability number.</param>
public sealed record KvmAnswer(
    Reading<string> Open,
    Reading<int> ApiVersion,
    Reading<string> CreateVm,
    Reading<string> CreateVcpu,
    Func<int, Reading<int>> Extensions);
