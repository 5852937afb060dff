using Policy.Core.Facts;

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
    /// <returns>Missing if the processor does not have the leaf; failed with <c>not-collected</c> if nobody recorded it, <c>unsupported</c> off x86.</returns>
    public Reading<CpuidRegisters> Cpuid(uint leaf, uint subleaf = 0) => CpuidDoor.Ask(this, leaf, subleaf);

    /// <summary>The machine's name for its architecture as <c>uname -m</c> prints it; of a captured root the recorded output.</summary>
    public Reading<string> Machine() => IsLive ? SystemNames.Machine() : Commands.Run(HostCommand.UnameMachine).Then(text => text.Trim());

    /// <summary>The release of the running kernel: <c>proc/sys/kernel/osrelease</c>, else the recorded <c>uname -r</c>.</summary>
    public Reading<string> KernelRelease() => Root.Value("proc/sys/kernel/osrelease") switch
    {
        Missing<string> when IsLive => SystemNames.Release(),
        Missing<string> => Commands.Run(HostCommand.UnameRelease).Then(text => text.Trim()),
        var reading => reading,
    };

    /// <summary>Who collects; of a captured root the recorded <c>.policy/user</c>.</summary>
    public Reading<HostUser> User() => Memory.Once("user", () => IsLive ? UserDoor.Ask() : UserDoor.Recorded(Root));

    /// <summary>An environment variable of the collector; missing if it is not set. Of a captured root from <c>.policy/environment</c>.</summary>
    public Reading<string> Variable(string name) => IsLive ? EnvironmentDoor.Ask(name) : EnvironmentDoor.Recorded(this, name);

    /// <summary>The kernel's log, oldest line first, without priorities: syslog(2) if live, else the recorded <c>dmesg</c> or <c>var/log/dmesg</c>.</summary>
    /// <returns>Failed with <c>denied</c> where kernel.dmesg_restrict keeps it from the collector.</returns>
    public Reading<string[]> KernelLog() => Memory.Once("kernel-log", () => IsLive ? KernelLogDoor.Ask() : KernelLogDoor.Recorded(this));

    /// <summary>What <c>/dev/kvm</c> answers; only on the live host and only if <see cref="HostOptions.ProbeKvm"/> allows it.</summary>
    public KvmAnswer AskKvm() => KvmDoor.Ask(this);

    /// <summary>Whether a local stream socket lets the collector connect: <c>ok</c> or the error's name, such as <c>ECONNREFUSED</c>. Live only.</summary>
    /// <returns>Missing if nothing stands there; failed with <c>malformed</c> if it is no socket.</returns>
    /// <remarks>Where <c>proc/net/unix</c> shows a listener, nobody is called: a connection would start a service that waits for its first one.</remarks>
    public Reading<string> Connect(string socketPath) => IsLive ? SocketDoor.Connect(this, socketPath.TrimStart('/')) : NotLive<string>(socketPath);

    /// <summary>Opens a character device for reading and writing and closes it: <c>ok</c> or the error's name, such as <c>EACCES</c>. Live only.</summary>
    /// <returns>Missing if nothing stands there; failed with <c>malformed</c> if it is no character device.</returns>
    /// <remarks>A device that no driver has registered is <c>ENODEV</c> without a try, because a try would make the kernel load the driver.</remarks>
    public Reading<string> OpenDevice(string path) => IsLive ? DeviceDoor.Open(Root, path.TrimStart('/')) : NotLive<string>(path);

    /// <summary>Magic number and space of the file system under a path: statfs(2). Live only; never call it on a network or automount path.</summary>
    public Reading<FileSystemSpace> Space(string path) => IsLive ? SpaceDoor.Ask(path.TrimStart('/')) : NotLive<FileSystemSpace>(path);

    private static Failed<T> NotLive<T>(string path) => new(UnknownCause.NotCollected, path.TrimStart('/'), "only a running host can be asked");
}
