using System.Collections.Immutable;
using Policy.Collection.Sources.Identity.Dmi;

namespace Policy.Collection.Sources.Identity.Virtualization.Words;

/// <summary>The words for what the firmware names: products and clouds.</summary>
internal static class FirmwareWords
{
    private static readonly ImmutableArray<(string Word, Func<DmiText, bool> IsIt)> Products =
    [
        ("vmware", text => text.IsMadeBy("VMware")),
        ("virtualbox", text => text.IsMadeBy("innotek GmbH")),
        ("bhyve", text => text["bios_vendor"].StartsWith("BHYVE", StringComparison.Ordinal)),
        ("virtage", VirtualFirmware.IsVirtage),
        ("parallels", IsParallels),
        ("nutanix_ahv", text => text.IsMadeBy("Nutanix") && text.IsProduct("AHV")),
        ("ovirt", text => text.IsMadeBy("oVirt")),
        ("rhev", text => text.IsProduct("RHEV Hypervisor")),
        ("google_cloud", text => text.IsProduct("Google Compute Engine")),
        ("redhat", text => text.IsMadeBy("Red Hat")),
        ("aws", IsAmazon),
        ("upcloud", text => text.IsMadeBy("UpCloud")),
    ];

    /// <summary>The words of a host.</summary>
    internal static IEnumerable<string> Of(Host host) => DmiText.Of(host).Content is not { } text
        ? []
        : Products.Where(item => item.IsIt(text)).Select(item => item.Word).Concat(Alibaba(host, text)).Concat(Microsoft(host, text));

    /// <summary>Whether it is Parallels, which signs as KVM.</summary>
    internal static bool IsParallels(DmiText text) => text["bios_vendor"].StartsWith("Parallels", StringComparison.Ordinal);

    // The second is that of Xen.
    private static bool IsAmazon(DmiText text) =>
        text["bios_vendor"].StartsWith("Amazon EC2", StringComparison.Ordinal)
        || IsAmazonVersion(text["bios_version"])
        || IsAmazonVersion(text["product_version"]);

    // 4.2.amazon
    private static bool IsAmazonVersion(string version) => version.EndsWith(".amazon", StringComparison.Ordinal) && char.IsAsciiDigit(version[0]);

    private static string[] Alibaba(Host host, DmiText text) => !text.IsMadeBy("Alibaba") ? []
        : HypervisorSignature.Bit(host) is Got<bool> { Value: false } && text.IsVirtual != true ? ["alibaba_cloud-ebm"]
        : ["alibaba_cloud"];

    // Virtual PC has the same maker and product, versions such as VS2005R2, and no signature.
    private static string[] Microsoft(Host host, DmiText text)
    {
        if (!text.IsMadeBy("Microsoft Corporation") || !text.IsProduct("Virtual Machine"))
        {
            return [];
        }

        var version = text["product_version"];
        return (HypervisorSignature.Text(host), version) switch
        {
            (Got<string> { Value: HypervisorSignature.Microsoft }, _) or (_, ['H', 'y', 'p', 'e', 'r', '-', 'V', ..]) => ["hyperv"],
            (Failed<string>, not ['V', 'S', ..]) => ["hyperv"],
            _ => ["virtualpc"],
        };
    }
}
