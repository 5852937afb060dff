using Policy.Collection.Sources.Iommu.Log;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>The parts of KVM that know a kind of processor.</summary>
internal static class KvmBackends
{
    private const string Modules = "sys/module";
    private const string Loaded = "proc/modules";
    private const string Software = "kvm_pvm";

    private static readonly string[] Names = ["kvm_amd", "kvm_hv", "kvm_intel", "kvm_pr", Software];

    private static readonly FactDescription Backends = FactDescription.Of(
        "kvm.backends",
        new ListType(new StringType()),
        "The backends of KVM that are loaded or built in: `kvm_intel`, `kvm_amd`, POWER's `kvm_hv` and `kvm_pr`, and `kvm_pvm`, which "
            + "needs neither VT-x nor AMD-V. Empty on architectures where KVM has no such parts.",
        [Modules, .. InstalledModules.Sources, .. KernelMessage.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("kvm-backends", new SingleFact(Backends, Look));

    private static Observation Look(Host host)
    {
        var loaded = InstalledModules.LoadedNames(host);
        var installed = InstalledModules.Of(host);
        var shown = host.Root.Names(Modules).Content ?? [];
        var found = Array.FindAll(Names, name => shown.Contains(name) || (loaded.Content?.Contains(name) ?? false) || installed.IsBuiltin(name));
        if (found.Length > 0)
        {
            return Answer.Of(found, Array.Exists(found, shown.Contains) ? Modules : Loaded);
        }

        // A backend in the image has no folder if it has no parameters: only both lists together prove that there is none.
        return loaded is Got<HashSet<string>> && installed.KnowsBuiltin ? Answer.Of(Array.Empty<string>(), Loaded) : FromLog(host, loaded, installed);
    }

    private static Observation FromLog(Host host, Reading<HashSet<string>> loaded, InstalledModules installed)
    {
        if (host.KernelLog() is Got<string[]> log && Array.Exists(log.Value, line => KernelMessage.Text(line).StartsWith("kvm-pvm: loaded", StringComparison.Ordinal)))
        {
            return Answer.Of([Software], log.Source);
        }

        return loaded is Got<HashSet<string>>
            ? installed.Failure.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source))
            : loaded.Observe((_, source) => new Unknown(UnknownCause.MissingSource, source));
    }
}
