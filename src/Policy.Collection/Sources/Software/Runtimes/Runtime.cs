using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Diagnostics;

namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>A program that runs containers or virtual machines.</summary>
/// <param name="Tool">Its programs and packages.</param>
/// <param name="Sockets">The sockets at which it can answer, relative to the root; none if it has no daemon.</param>
/// <param name="Processes">How its processes are called, at most fifteen letters, proc_pid_comm(5).</param>
internal sealed record Runtime(Tool Tool, Sequence<string> Sockets, Sequence<string> Processes);
