using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity;

/// <summary>The part that the system plays under Xen.</summary>
internal static class XenHost
{
    /// <summary>Xen's own folder of the kernel.</summary>
    internal const string Folder = "sys/hypervisor";

    /// <summary>The older folder, which is empty until something mounts it.</summary>
    internal const string OldFolder = "proc/xen";

    private const string First = "dom0";
    private const string Guest = "domu";
    private const string Features = $"{Folder}/properties/features";
    private const string GuestType = $"{Folder}/guest_type";
    private const string Capabilities = $"{OldFolder}/capabilities";
    private const string Signature = "XenVMMXenVMM";
    private const ulong FirstDomain = 1 << 11;

    /// <summary>The fact.</summary>
    internal static readonly SingleFact Fact = new(
        FactDescription.Of(
            "virtualization.xen_role",
            new StringType([First, Guest]),
            "Under Xen: dom0 for the first domain, which owns the hardware, domu for a guest. Absent where Xen does not run.",
            Features,
            GuestType,
            Capabilities),
        Look);

    /// <summary>The role, <c>dom0</c> or <c>domu</c>; missing where no trace of Xen is, failed if there is one that does not tell the role.</summary>
    internal static Reading<string> Role(Host host) => host.Memory.Once("xen-role", () => Read(host));

    /// <summary>Whether a guest sees hardware that is wholly emulated or virtual, as opposed to a paravirtual one; null if that is not known.</summary>
    internal static bool? IsFull(Host host) => host.Root.Value(GuestType).Content switch
    {
        "PV" => false,
        "HVM" or "PVH" => true,
        _ when HypervisorSignature.Of(host).Content == Signature => true,
        _ when host.Root.Entry(OldFolder) is Got<HostEntry> => false,
        _ => null,
    };

    private static Observation Look(Host host) => Role(host) switch
    {
        Missing<string> when Hypervisor.Of(host) is Got<Hypervisor> known => new Absent(known.Source),
        Missing<string> => Hypervisor.Of(host).Observe((_, source) => new Absent(source)),
        var role => role.Observe((name, source) => Answer.Of(name, source)),
    };

    private static Reading<string> Read(Host host)
    {
        var root = host.Root;
        if (root.Value(Capabilities) is Got<string> capabilities)
        {
            return new Got<string>(capabilities.Value.Contains("control_d", StringComparison.Ordinal) ? First : Guest, Capabilities);
        }

        if (root.Value(Features).Content is { } text && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var features))
        {
            return new Got<string>((features & FirstDomain) != 0 ? First : Guest, Features);
        }

        if (Dmi.Of(host).Content is { } dmi && dmi["product_name"] == "HVM domU")
        {
            return new Got<string>(Guest, Dmi.Folder);
        }

        return Trace(host) is { } trace ? new Failed<string>(UnknownCause.MissingSource, Capabilities, $"{trace} names Xen and not the role") : new Missing<string>(Capabilities);
    }

    private static string? Trace(Host host) => host switch
    {
        _ when host.Root.Value($"{Folder}/type").Content == "xen" => $"{Folder}/type",
        _ when host.Root.Entry(OldFolder) is Got<HostEntry> => OldFolder,
        _ when HypervisorSignature.Of(host).Content == Signature => ".policy/cpuid",
        _ when DeviceTree.Hypervisor(host.Root) == "Xen" => DeviceTree.Folder,
        _ => null,
    };
}
