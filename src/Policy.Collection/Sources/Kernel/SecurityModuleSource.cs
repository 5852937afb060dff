using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which security modules and which filters of system calls the kernel has.</summary>
internal static class SecurityModuleSource
{
    /// <summary>The list of active modules in securityfs.</summary>
    internal const string Place = "sys/kernel/security/lsm";

    private const string Actions = "proc/sys/kernel/seccomp/actions_avail";

    private static readonly FactDescription Active = FactDescription.Of(
        "lsm.active",
        new ListType(new StringType()),
        "The active Linux security modules, such as apparmor, selinux, landlock. An empty list: the kernel was built without any.",
        Place,
        KernelConfigFile.OfTheKernel);

    private static readonly FactDescription Seccomp = FactDescription.Of(
        "seccomp.actions",
        new ListType(new StringType()),
        "What a seccomp filter can do, seccomp(2): allow, errno, kill_process, user_notif, ... Absent: the kernel has no filters.",
        Actions,
        KernelConfigFile.OfTheKernel);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("security-modules", new SingleFact(Active, Modules), new SingleFact(Seccomp, Filters));

    private static Observation Modules(Host host) => host.Root.Value(Place) switch
    {
        Missing<string> missing => Without(host, "SECURITY", source => Answer.Of(Array.Empty<string>(), source)) ?? missing.Observe(None),
        var reading => reading.Observe((text, source) => Answer.Of(text.Split(',', StringSplitOptions.RemoveEmptyEntries), source)),
    };

    private static Observation Filters(Host host) => host.Root.Value(Actions) switch
    {
        Missing<string> missing => Without(host, "SECCOMP_FILTER", source => new Absent(source)) ?? missing.Observe(None),
        var reading => reading.Observe((text, source) => Answer.Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), source)),
    };

    private static Observation? Without(Host host, string option, Func<string, Observation> answer) =>
        KernelConfigFile.Of(host) is Got<KernelConfig> { Source: var source } config && config.Value.Find(option) != "y" ? answer(source) : null;

    private static Unknown None(string text, string source) => new(UnknownCause.Malformed, source);
}
