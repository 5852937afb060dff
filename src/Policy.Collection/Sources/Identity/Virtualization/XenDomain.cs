using System.Globalization;
using Policy.Collection.Sources.Identity.Dmi;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>Whether Xen runs below the kernel, and what the kernel is to it.</summary>
internal static class XenDomain
{
    /// <summary>The folder of the file system xenfs, empty until it is mounted.</summary>
    internal const string Folder = "proc/xen";

    private const string Capabilities = "proc/xen/capabilities";
    private const string Type = "sys/hypervisor/type";
    private const string FeaturesPlace = "sys/hypervisor/properties/features";

    // xen/include/public/features.h
    private const int PreservesAccessBits = 1 << 5;
    private const int SupervisorMode = 1 << 3;
    private const int CallbackVector = 1 << 8;
    private const int HardwareDomain = 1 << 11;

    private const string Control = "dom0";
    private const string Guest = "domu";

    private static readonly FactDescription Role = FactDescription.Of(
        "virtualization.xen_role",
        new StringType([Control, Guest]),
        "What the kernel is to Xen: `dom0` controls the machine, `domu` is a guest. Absent: there is no Xen below it.",
        HypervisorSigns.Sources);

    /// <summary>The fact.</summary>
    internal static readonly SingleFact Fact = new(Role, Look);

    /// <summary>Where Xen shows itself; null if it does not.</summary>
    internal static string? Find(Host host)
    {
        var root = host.Root;
        return HypervisorSignature.Hypervisor(host)?.Vendor == "Xen" ? "cpuid"
            : root.Value(Type) is Got<string> { Value: "xen" } ? Type
            : root.Names(Folder) is Got<string[]> ? Folder
            : DeviceTree.Of(host).Content?.IsHypervisor("xen") == true ? $"{DeviceTree.Place}/hypervisor/compatible"
            : VirtualFirmware.Vendor(host) == "Xen" ? DmiText.Place
            : null;
    }

    /// <summary>Whether it controls the machine; null if that cannot be told.</summary>
    internal static bool? IsControl(Host host)
    {
        if (Features(host) is { } features)
        {
            return (features & HardwareDomain) != 0;
        }

        if (host.Root.Text(Capabilities) is Got<string> capabilities)
        {
            return capabilities.Value.Contains("control_d", StringComparison.Ordinal);
        }

        return VirtualFirmware.Vendor(host) == "Xen" ? false : null;
    }

    /// <summary>Whether the guest knows that it is one: PV and PVH; of an HVM guest false.</summary>
    internal static bool IsParavirtual(Host host) => (Features(host), host.Root.Value("sys/hypervisor/guest_type").Content) switch
    {
        ({ } features, _) => (features & PreservesAccessBits) != 0 || (features & (SupervisorMode | CallbackVector)) == (SupervisorMode | CallbackVector),
        (_, { } type) => type != "HVM",
        _ => HypervisorSignature.Hypervisor(host) is null && DmiText.Of(host) is not Got<DmiText>,
    };

    /// <summary>Whether Xen would be seen: the kernel makes the folder whenever Xen runs below it, and the other folders of its kind are there.</summary>
    internal static bool WouldShow(Host host) =>
        host.Root.Entry("sys/kernel") is Got<HostEntry> && host.Root.Names("sys/class") is Got<string[]> { Value.Length: > 0 };

    private static int? Features(Host host) =>
        int.TryParse(host.Root.Value(FeaturesPlace).Content, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var features) ? features : null;

    private static Observation Look(Host host) => (Find(host), IsControl(host)) switch
    {
        (null, _) when BareMetal.IsProven(host) || IsOther(host) || (host.IsComplete && WouldShow(host)) => new Absent(Folder),
        (null, _) => new Unknown(UnknownCause.MissingSource, Type),
        ({ } source, { } isControl) => Answer.Of(isControl ? Control : Guest, source),
        _ => new Unknown(UnknownCause.MissingSource, FeaturesPlace),
    };

    private static bool IsOther(Host host) => HypervisorSignature.Hypervisor(host) is not null;

}
