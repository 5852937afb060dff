using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>A program that runs containers or virtual machines.</summary>
/// <param name="Tool">Its programs and packages.</param>
/// <param name="Sockets">The sockets at which it can answer, relative to the root; none if it has no daemon.</param>
/// <param name="Processes">How its processes are called, at most fifteen letters, proc_pid_comm(5).</param>
internal sealed record Runtime(Tool Tool, Sequence<string> Sockets, Sequence<string> Processes)
{
    /// <summary>The services of systemd that run its daemon; the first that is there counts.</summary>
    public Sequence<string> Services { get; init; } = [];

    /// <summary>Its socket in the folder of a user who runs it without privileges; null if it has none.</summary>
    public string? RootlessSocket { get; init; }

    /// <summary>The storage driver that its configuration chooses.</summary>
    public Func<HostRoot, Observation> StorageDriver { get; init; } = _ => new Absent();

    /// <summary>The driver of control groups that its configuration chooses.</summary>
    public Func<HostRoot, Observation> CgroupDriver { get; init; } = _ => new Absent();
}
