using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Whether users without privileges may make user namespaces, which rootless containers need.</summary>
internal static class UserNamespaceSource
{
    private const string Own = "proc/self/ns/user";
    private const string Status = "proc/self/status";

    // Each forbids it with one value; a kernel that does not have the knob does not forbid it by it.
    private static readonly (string Knob, string Forbids)[] Knobs =
    [
        ("user.max_user_namespaces", "0"),
        ("kernel.unprivileged_userns_clone", "0"),
        ("kernel.apparmor_restrict_unprivileged_userns", "1"),
    ];

    private static readonly string[] Sources = [Own, "proc/self/ns", Status, SysctlTree.Folder, .. KernelConfigFile.Sources];

    private static readonly FactDescription Permission = FactDescription.Of(
        "userns.unprivileged",
        new StringType(["allowed", "blocked"]),
        "Whether the kernel lets users without privileges make and use user namespaces, as its knobs say; none is made to try it. Never absent.",
        Sources);

    private static readonly FactDescription Blocker = FactDescription.Of(
        "userns.blocked_by",
        new StringType(),
        "The knob that keeps unprivileged users from it, such as kernel.unprivileged_userns_clone. Absent: nothing does.",
        Sources);

    private static readonly FactDescription Blockers = FactDescription.Of(
        "userns.blockers",
        new ListType(new StringType()),
        "Everything that keeps unprivileged users from it, as `userns.blocked_by` names it; each has to go. An empty list: nothing does.",
        Sources);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "user-namespaces",
        new SingleFact(Permission, host => Blocked(host) switch
        {
            Present knob => Answer.Of("blocked", knob.Source),
            Absent nothing => Answer.Of("allowed", nothing.Source),
            var reason => reason,
        }),
        new SingleFact(Blocker, Blocked),
        new SingleFact(Blockers, AllBlocked));

    /// <summary>The name of what blocks it; absent if it is allowed.</summary>
    private static Observation Blocked(Host host)
    {
        var (found, doubt) = Look(host);
        return found.FirstOrDefault() ?? doubt ?? (Observation)new Absent(Own);
    }

    // While something is in doubt, the list may not be the whole one.
    private static Observation AllBlocked(Host host)
    {
        var (found, doubt) = Look(host);
        return doubt ?? Answer.Of(found.Select(item => (Observation)(item with { Source = string.Empty })), found.Length > 0 ? found[0].Source : Own);
    }

    private static (Present[] Found, Observation? Doubt) Look(Host host)
    {
        var support = NamespaceSource.IsSupported(host, "user");
        if (support is Present { Value: BooleanValue { Value: false }, Source: var source })
        {
            return ([new Present(new StringValue("CONFIG_USER_NS"), source)], null);
        }

        var knobs = Knobs.Select(knob => (knob.Knob, knob.Forbids, Value: SysctlTree.Ask(host, knob.Knob))).ToArray();
        var found = knobs.Where(knob => knob.Value is Present { Value: StringValue { Value: var text } } && text == knob.Forbids);
        Observation? doubt = support as Unknown ?? knobs.Select(knob => knob.Value).OfType<Unknown>().FirstOrDefault() ?? Filter(host);
        return ([.. found.Select(knob => new Present(new StringValue(knob.Knob), ((Present)knob.Value).Source))], doubt);
    }

    // What a filter of system calls lets through cannot be read; that of container engines usually forbids it.
    private static Unknown? Filter(Host host) =>
        host.Root.Lines(Status).Content is { } lines && Array.Exists(lines, line => line.StartsWith("Seccomp:", StringComparison.Ordinal) && line.EndsWith('2'))
            ? new Unknown(UnknownCause.Unsupported, $"{Status}: the collector runs under a seccomp filter")
            : null;
}
