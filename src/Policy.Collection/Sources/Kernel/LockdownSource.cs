using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>What the kernel keeps even from root.</summary>
internal static class LockdownSource
{
    private const string Place = "sys/kernel/security/lockdown";

    private static readonly FactDescription Lockdown = FactDescription.Of(
        "kernel.lockdown",
        new StringType(["none", "integrity", "confidentiality"]),
        "How far the kernel is locked down, kernel_lockdown(7). Absent: the kernel has no lockdown.",
        [Place, SecurityModuleSource.Place, .. KernelConfigFile.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("kernel-lockdown", new SingleFact(Lockdown, Look));

    private static Observation Look(Host host) => host.Root.Value(Place) switch
    {
        Missing<string> => WithoutFile(host),
        var reading => reading.Observe(Parse),
    };

    // none [integrity] confidentiality
    private static Observation Parse(string text, string source)
    {
        var state = text.Split(' ').FirstOrDefault(word => word is ['[', .., ']'])?[1..^1];
        return state is "none" or "integrity" or "confidentiality" ? Answer.Of(state, source) : new Unknown(UnknownCause.Malformed, source);
    }

    private static Observation WithoutFile(Host host)
    {
        if (host.Root.Value(SecurityModuleSource.Place) is Got<string> { Source: var source } modules && !modules.Value.Split(',').Contains("lockdown"))
        {
            return new Absent(source);
        }

        // Before Linux 5.4 distributions had a lockdown of their own.
        var config = KernelConfigFile.Of(host);
        return config is Got<KernelConfig> { Value: var options } && options.Find("SECURITY_LOCKDOWN_LSM") != "y" && options.Find("LOCK_DOWN_KERNEL") != "y"
            ? new Absent(((Got<KernelConfig>)config).Source)
            : new Unknown(UnknownCause.MissingSource, Place);
    }
}
