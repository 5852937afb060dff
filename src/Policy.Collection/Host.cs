using System.Globalization;
using Policy.Collection.Doors.Machine;
using Policy.Collection.Doors.Recordings;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>A host that can be asked: its files, the programs that may be run on it, and what only a running machine can tell.</summary>
/// <param name="Root">The door to its files.</param>
/// <param name="Commands">The door to programs; of a captured root their recorded output.</param>
/// <param name="Options">What the user allowed.</param>
public sealed record Host(HostRoot Root, HostCommands Commands, HostOptions Options)
{
    /// <summary>A host whose programs are those of its root.</summary>
    public Host(HostRoot root, HostOptions options)
        : this(root, new HostCommands(root), options)
    {
    }

    /// <summary>Whether it is the machine that the program runs on; only then may devices, CPUID and the process itself be asked.</summary>
    public bool IsLive => Root.IsLive;

    /// <summary>Whether what is not there is not on the host: the live host, or a recording of everything that was asked of one.</summary>
    public bool IsComplete => IsLive || Root.Journal is { IsPartial: false };

    /// <summary>What several sources share and only one has to read.</summary>
    internal HostMemory Memory { get; } = new();

    /// <summary>The registers that the CPUID instruction gives, or the recorded ones of <c>.policy/cpuid</c>.</summary>
    /// <returns>Missing if the processor does not have the leaf; failed with <c>not-collected</c> if nobody recorded it, <c>unsupported</c> off x86.</returns>
    public Reading<CpuidRegisters> Cpuid(uint leaf, uint subleaf = 0) =>
        Ask(Questions.Cpuid, string.Create(CultureInfo.InvariantCulture, $"{leaf:x8} {subleaf:x8}"), RecordedText.Registers, () => CpuidDoor.Ask(this, leaf, subleaf));

    /// <summary>The machine's name for its architecture as <c>uname -m</c> prints it; of a captured root the recorded output.</summary>
    public Reading<string> Machine() => Commands.Ask(HostCommand.UnameMachine, SystemNames.Machine).Then(text => text.Trim());

    /// <summary>The release of the running kernel: <c>proc/sys/kernel/osrelease</c>, else the recorded <c>uname -r</c>.</summary>
    public Reading<string> KernelRelease() => Root.Value("proc/sys/kernel/osrelease") switch
    {
        Missing<string> => Commands.Ask(HostCommand.UnameRelease, SystemNames.Release).Then(text => text.Trim()),
        var reading => reading,
    };

    /// <summary>The kind of operating system: <c>linux</c>, <c>freebsd</c>, <c>windows</c> or <c>macos</c>. Live only.</summary>
    public Reading<string> OperatingSystem() => Ask(Questions.System, string.Empty, RecordedText.Plain, () => IsLive ? SystemNames.Kind() : NotLive<string>("uname(2)"));

    /// <summary>Who collects; of a captured root the recorded <c>.policy/user</c>.</summary>
    public Reading<HostUser> User() =>
        Memory.Once("user", () => Ask(Questions.User, string.Empty, RecordedText.User, () => IsLive ? UserDoor.Ask() : UserDoor.Recorded(Root)));

    /// <summary>An environment variable of the collector; missing if it is not set. Of a captured root from <c>.policy/environment</c>.</summary>
    public Reading<string> Variable(string name) =>
        Ask(Questions.Variable, name, RecordedText.Plain, () => IsLive ? EnvironmentDoor.Ask(name) : EnvironmentDoor.Recorded(this, name));

    /// <summary>The kernel's log, oldest line first, without priorities: syslog(2) if live, else the recorded <c>dmesg</c> or <c>var/log/dmesg</c>.</summary>
    /// <returns>Failed with <c>denied</c> where kernel.dmesg_restrict keeps it from the collector.</returns>
    public Reading<string[]> KernelLog() => Memory.Once("kernel-log", () => KernelLogDoor.Lines(Commands.Ask(HostCommand.KernelLog, KernelLogDoor.Ask) switch
    {
        Missing<string> => Root.Text("var/log/dmesg"),
        var log => log,
    }));

    /// <summary>What <c>/dev/kvm</c> answers; only on the live host and only if <see cref="HostOptions.ProbeKvm"/> allows it.</summary>
    public KvmAnswer AskKvm() => RecordedKvm.Of(this, () => KvmDoor.Ask(this));

    /// <summary>Whether a local stream socket lets the collector connect: <c>ok</c> or the error's name, such as <c>ECONNREFUSED</c>. Live only.</summary>
    /// <returns>Missing if nothing stands there; failed with <c>malformed</c> if it is no socket.</returns>
    /// <remarks>Where <c>proc/net/unix</c> shows a listener, nobody is called: a connection would start a service that waits for its first one.</remarks>
    public Reading<string> Connect(string socketPath) => AskLive(Questions.Connect, socketPath, RecordedText.Plain, path => SocketDoor.Connect(this, path));

    /// <summary>Opens a character device for reading and writing and closes it: <c>ok</c> or the error's name, such as <c>EACCES</c>. Live only.</summary>
    /// <returns>Missing if nothing stands there; failed with <c>malformed</c> if it is no character device.</returns>
    /// <remarks>A device that no driver has registered is <c>ENODEV</c> without a try, because a try would make the kernel load the driver.</remarks>
    public Reading<string> OpenDevice(string path) => AskLive(Questions.Open, path, RecordedText.Plain, place => DeviceDoor.Open(Root, place));

    /// <summary>Magic number and space of the file system under a path: statfs(2). Live only; never call it on a network or automount path.</summary>
    public Reading<FileSystemSpace> Space(string path) => AskLive(Questions.Space, path, RecordedText.Space, SpaceDoor.Ask);

    /// <summary>The machine's name; missing if nothing tells it.</summary>
    public Reading<string> Name() => Root.Value("proc/sys/kernel/hostname") is Got<string> { Value.Length: > 0 } name ? name : Root.Value("etc/hostname");

    /// <summary>When the facts were true, to the second: now if live, when a recording was made, else unknown.</summary>
    public DateTimeOffset? CollectedAt() =>
        Ask(Questions.Time, string.Empty, RecordedText.Plain, () => IsLive ? ClockDoor.Ask() : NotLive<string>("clock")).Content is { } text
        && Instants.TryParse(text, out var instant) ? instant : null;

    private Reading<T> AskLive<T>(string question, string path, RecordedText<T> text, Func<string, Reading<T>> ask)
    {
        var place = path.TrimStart('/');
        return Ask(question, place, text, () => IsLive ? ask(place) : NotLive<T>(place));
    }

    /// <summary>Asks the host, and writes the answer down where a recording is made; answers from the journal where there is one.</summary>
    internal Reading<T> Ask<T>(string question, string subject, RecordedText<T> text, Func<Reading<T>> ask) =>
        Root.Journal is { } journal && journal.Answers(question, subject) ? journal.Find(question, subject, text.TryRead)
        : Root.Recording is { } recording ? recording.Journal.Note(question, subject, ask(), text.Write)
        : ask();

    private static Failed<T> NotLive<T>(string path) => new(UnknownCause.NotCollected, path, "only a running host can be asked");
}
