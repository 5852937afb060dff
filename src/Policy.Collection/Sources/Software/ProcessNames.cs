using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software;

/// <summary>The names of the processes that the collector sees: <c>proc/PID/comm</c>, at most fifteen letters each.</summary>
/// <param name="Names">The names.</param>
/// <param name="Gap">Why a name that is not among them may run all the same; null if all processes of the host were seen.</param>
internal sealed record ProcessNames(IReadOnlySet<string> Names, Unknown? Gap)
{
    private const string InitialNamespace = "pid:[4026531836]";

    /// <summary>The processes of a host; read once.</summary>
    public static ProcessNames Of(Host host) => host.Memory.Once("software.processes", () => Read(host));

    /// <summary>Whether a process of one of the names runs.</summary>
    public Observation Runs(Sequence<string> names) => names.Any(Names.Contains) ? RecordFields.Truth(true) : Gap as Observation ?? RecordFields.Truth(false);

    private static ProcessNames Read(Host host)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var pids = host.Root.Names("proc");
        foreach (var pid in (pids.Content ?? []).Where(name => char.IsAsciiDigit(name[0])))
        {
            // A process that ends meanwhile is missing, and does not run.
            if (host.Root.Value($"proc/{pid}/comm").Content is { Length: > 0 } name)
            {
                names.Add(name);
            }
        }

        return new ProcessNames(names, GapOf(host, pids));
    }

    private static Unknown? GapOf(Host host, Reading<string[]> pids)
    {
        if (pids is not Got<string[]> got)
        {
            return (Unknown)pids.Observe((_, _) => new Absent());
        }

        if (!got.Value.Contains("1"))
        {
            return host.IsComplete
                ? new Unknown(UnknownCause.Denied, "proc/1/comm: other users' processes are hidden")
                : new Unknown(UnknownCause.MissingSource, "proc/1/comm");
        }

        return host.Root.Link("proc/self/ns/pid") is Got<string> { Value: not InitialNamespace and var own }
            ? new Unknown(UnknownCause.Unsupported, $"proc: only the processes of {own} are seen")
            : null;
    }
}
