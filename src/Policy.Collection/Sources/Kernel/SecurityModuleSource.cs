using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which security modules and which filters of system calls the kernel has.</summary>
internal static class SecurityModuleSource
{
    /// <summary>The list of active modules in securityfs.</summary>
    internal const string Place = "sys/kernel/security/lsm";

    private const string Enforce = "sys/fs/selinux/enforce";
    private const string AppArmorEnabled = "sys/module/apparmor/parameters/enabled";
    private const string Actions = "proc/sys/kernel/seccomp/actions_avail";

    private static readonly FactDescription Active = FactDescription.Of(
        "lsm.active",
        new ListType(new StringType()),
        "The active Linux security modules, such as apparmor, selinux, landlock. An empty list: the kernel was built without any.",
        [Place, .. KernelConfigFile.Sources]);

    private static readonly FactDescription Seccomp = FactDescription.Of(
        "seccomp.actions",
        new ListType(new StringType()),
        "What a seccomp filter can do, seccomp(2): allow, errno, kill_process, user_notif, ... Absent: the kernel has no filters.",
        [Actions, .. KernelConfigFile.Sources]);

    private static readonly FactDescription Selinux = FactDescription.Of(
        "lsm.selinux",
        new StringType(["enforcing", "permissive"]),
        "Whether SELinux forbids or only notes what its policy does not allow. Absent: SELinux is not active.",
        [Enforce, Place, .. KernelConfigFile.Sources]);

    private static readonly FactDescription AppArmor = FactDescription.Of(
        "lsm.apparmor",
        new BooleanType(),
        "Whether AppArmor is active. Absent: the kernel was built without it.",
        [AppArmorEnabled, Place, .. KernelConfigFile.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "security-modules",
        new SingleFact(Active, Modules),
        new SingleFact(Selinux, LookAtSelinux),
        new SingleFact(AppArmor, LookAtAppArmor),
        new SingleFact(Seccomp, Filters));

    private static Observation Modules(Host host) => host.Root.Value(Place) switch
    {
        Missing<string> missing => Without(host, "SECURITY", source => Answer.Of(Array.Empty<string>(), source)) ?? missing.Observe(None),
        var reading => reading.Observe((text, source) => Answer.Of(text.Split(',', StringSplitOptions.RemoveEmptyEntries), source)),
    };

    // Its file system is not shown in containers, while it holds there too.
    private static Observation LookAtSelinux(Host host) => host.Root.Value(Enforce) switch
    {
        Missing<string> when IsActive(host, "selinux") == false => new Absent(Place),
        Missing<string> missing => Without(host, "SECURITY_SELINUX", source => new Absent(source)) ?? missing.Observe(None),
        var reading => reading.Observe((text, source) => text switch
        {
            "1" => Answer.Of("enforcing", source),
            "0" => Answer.Of("permissive", source),
            _ => new Unknown(UnknownCause.Malformed, source),
        }),
    };

    // The parameter is there exactly if the kernel was built with it, but a captured root may lack it.
    private static Observation LookAtAppArmor(Host host) => host.Root.Value(AppArmorEnabled) switch
    {
        Got<string> { Value: "Y" } yes => Answer.Of(true, yes.Source),
        Got<string> { Value: "N" } no => Answer.Of(false, no.Source),
        Missing<string> when IsActive(host, "apparmor") == true => Answer.Of(true, Place),
        Missing<string> missing => Without(host, "SECURITY_APPARMOR", source => new Absent(source)) ?? missing.Observe(None),
        var reading => reading.Observe(None),
    };

    private static bool? IsActive(Host host, string module) => Modules(host) is Present { Value: ListValue list }
        ? list.Items.Any(item => item is Present { Value: StringValue { Value: var name } } && name == module)
        : null;

    private static Observation Filters(Host host) => host.Root.Value(Actions) switch
    {
        Missing<string> missing => Without(host, "SECCOMP_FILTER", source => new Absent(source)) ?? missing.Observe(None),
        var reading => reading.Observe((text, source) => Answer.Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), source)),
    };

    private static Observation? Without(Host host, string option, Func<string, Observation> answer) =>
        KernelConfigFile.Of(host) is Got<KernelConfig> { Source: var source } config && config.Value.Find(option) != "y" ? answer(source) : null;

    private static Unknown None(string text, string source) => new(UnknownCause.Malformed, source);
}
