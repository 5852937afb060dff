using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>How KVM and its backend are set up.</summary>
internal static class KvmParameters
{
    private const string Modules = "sys/module";

    private static readonly string[] Owners = ["kvm", "kvm_amd", "kvm_hv", "kvm_intel", "kvm_pr", "kvm_pvm"];

    // Kernels changed these from a number to a truth value and some back; all others stay as they are printed.
    private static readonly HashSet<string> TruthValues = new(StringComparer.Ordinal)
    {
        "avic", "enable_apicv", "enable_shadow_vmcs", "enable_virt_at_load", "ept", "eptad", "flexpriority", "ignore_msrs", "nested", "npt", "nrips", "pml",
        "sev", "sev_es", "sev_snp", "tdp_mmu", "tdx", "unrestricted_guest", "vgif", "vls", "vnmi", "vpid",
    };

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new KeyedFact(
        FactDescription.Of(
            "kvm.parameter(*)",
            new MapType("name", new StringType()),
            "The parameters of kvm and of its backend, such as `nested`, `ept` or `npt`; truth values are `Y` and `N` whatever the kernel "
                + "prints. A parameter that is not there is unknown: the backend is not loaded, or the kernel is too old to show it.",
            Modules),
        Look).Source("kvm-parameters");

    private static Observation Look(Host host)
    {
        var parameters = Owners.SelectMany(owner => Parameters(host.Root, owner)).GroupBy(parameter => parameter.Key, StringComparer.Ordinal);
        var map = new FactMap(parameters.Select(group => KeyValuePair.Create(group.Key, Agreed([.. group.Select(parameter => parameter.Value).Distinct()]))));
        return map.Items.Count == 0
            ? host.Root.Names($"{Modules}/kvm/parameters").Observe((_, source) => new Unknown(UnknownCause.MissingSource, source))
            : new Present(new MapValue(map, IsComplete: false), Modules);
    }

    private static IEnumerable<KeyValuePair<string, Observation>> Parameters(HostRoot root, string owner)
    {
        var folder = $"{Modules}/{owner}/parameters";
        return (root.Names(folder).Content ?? []).Select(name => KeyValuePair.Create(name, root.Value($"{folder}/{name}").Observe((text, _) => Answer.Of(Normal(name, text)))));
    }

    // Both vendors' backends can be in one image, and only one of them runs.
    private static Observation Agreed(Observation[] values) =>
        values.Length == 1 ? values[0] : new Unknown(UnknownCause.Unsupported, $"{Modules}: two backends say different things");

    private static string Normal(string name, string value) => (TruthValues.Contains(name), value) switch
    {
        (true, "1" or "y") => "Y",
        (true, "0" or "n") => "N",
        _ => value,
    };
}
