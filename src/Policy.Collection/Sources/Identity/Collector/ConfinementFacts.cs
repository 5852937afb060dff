using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Collector;

/// <summary>What keeps the collector's process from doing what its user may do: proc_pid_status(5), proc_pid_attr(5).</summary>
internal static class ConfinementFacts
{
    private const string Status = ProcessStatus.Place;
    private const string Process = "proc/self";
    private const string Label = "proc/self/attr/current";
    private const string NoNewPrivileges = "NoNewPrivs";
    private const string Filter = "Seccomp";

    private static readonly FactDescription Privileges = FactDescription.Of(
        "collector.no_new_privs",
        new BooleanType(),
        "The collector and its children can gain nothing by set-user-ID programs: prctl(2) PR_SET_NO_NEW_PRIVS. Never absent; Linux before 4.10 does not show it.",
        Status);

    private static readonly FactDescription Seccomp = FactDescription.Of(
        "collector.seccomp",
        new StringType(["none", "strict", "filter"]),
        "Whether system calls of the collector are filtered, as container engines do it: seccomp(2). Absent: the kernel has no filters.",
        Status);

    private static readonly FactDescription Bounding = FactDescription.Of(
        "collector.bounding_capabilities",
        new ListType(new StringType()),
        "What the collector and its children can at most get of root's power, without `cap_`: capabilities(7). Containers have a part of it. Never absent.",
        Status);

    private static readonly FactDescription SecurityLabel = FactDescription.Of(
        "collector.lsm_label",
        new StringType(),
        "How a security module labels the collector: `unconfined`, `docker-default (enforce)`, or a context of SELinux. Absent: no active module labels processes.",
        Label,
        Process);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "collector-confinement",
        new SingleFact(Privileges, host => ProcessStatus.Of(host, NoNewPrivileges).Observe(Truth)),
        new SingleFact(Seccomp, LookAtFilter),
        new SingleFact(Bounding, host => ProcessStatus.Of(host, "CapBnd").Observe(CapabilityNames.Observe)),
        new SingleFact(SecurityLabel, LookAtLabel));

    private static Observation Truth(string text, string source) => text switch
    {
        "0" => Answer.Of(false, source),
        "1" => Answer.Of(true, source),
        _ => new Unknown(UnknownCause.Malformed, source),
    };

    // The line is older than the one of privileges: a kernel that shows only that one was built without filters.
    private static Observation LookAtFilter(Host host) => ProcessStatus.Of(host, Filter) switch
    {
        Missing<string> when ProcessStatus.Of(host, NoNewPrivileges) is Got<string> => new Absent(Status),
        var reading => reading.Observe(Mode),
    };

    private static Observation Mode(string text, string source) => text switch
    {
        "0" => Answer.Of("none", source),
        "1" => Answer.Of("strict", source),
        "2" => Answer.Of("filter", source),
        _ => new Unknown(UnknownCause.Malformed, source),
    };

    // The kernel has the file with any security module, and refuses to read it where none of them labels processes.
    private static Observation LookAtLabel(Host host) => host.Root.Value(Label) switch
    {
        Failed<string> { Cause: UnknownCause.Unsupported } refused => new Absent(refused.Source),
        Missing<string> when IsWithoutLabels(host) => new Absent(Process),
        var reading => reading.Observe((text, source) => text.Trim('\0', '\n') is { Length: > 0 } label
            ? Answer.Of(label, source)
            : new Unknown(UnknownCause.Malformed, source)),
    };

    private static bool IsWithoutLabels(Host host) =>
        host.IsComplete && host.Root.Names(Process) is Got<string[]> names && names.Value.Contains("status") && !names.Value.Contains("attr");
}
