using System.Text.Json;
using Xunit.Abstractions;

namespace Policy.Tests.Collection.Iommu;

public class HostCaptureTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_composed_server_gets_the_iommu_of_its_description()
    {
        if (Captures.Folder("hosts") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        var hosts = Directory.GetDirectories(folder);

        var wrong = hosts.Where(host => Observed.Text(Observed.Look(Path.Join(host, "root"), "iommu.firmware")) != Expected(host));

        Assert.NotEmpty(hosts);
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_log_alone_tells_what_it_says_and_nothing_else()
    {
        if (Captures.Folder("seed") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        var facts = new[]
        {
            "iommu.firmware", "iommu.units", "iommu.active", "dmar.host_address_width", "dmar.x2apic_opt_out", "iommu.interrupt_remapping", "iommu.interrupt_mode", "dmar.reserved_regions",
            "iommu.inconsistent", "acpi.tables", "iommu.groups", "dmar.interrupt_remapping", "dmar.dma_opt_in", "ivrs.dma_remap", "pci.devices", "kvm.registered", "kvm.device", "iommu.overrides", "kvm.backends",
        };

        var answers = facts.Select(fact => Observed.Text(Observed.Look(Path.Join(folder, "pve01"), fact)));

        Assert.Equal(
            [
                "dmar", "2", "true", "39", "true", "true", "xapic", "[{base: 3689320448, devices: unknown missing-source, end: 3689385983, segment: unknown missing-source}, "
                + "{base: 3707764736, devices: unknown missing-source, end: 3743416319, segment: unknown missing-source}]",
                "[pgsel_inv, sc_support, pass_through]", .. Enumerable.Repeat("unknown missing-source", 10),
            ],
            answers);
        Assert.Equal("var/log/dmesg", ((Core.Facts.Present)Observed.Look(Path.Join(folder, "pve01"), "iommu.units")).Source);
    }

    [Fact]
    public void The_log_tells_what_its_units_can_do()
    {
        if (Captures.Folder("seed") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        var root = Path.Join(folder, "pve01");

        Assert.Equal(
            "{address: fed90000, cap: c0000020660462, device_tlb: false, ecap: f0101a, features: absent, interrupt_remapping: true, maker: intel, "
            + "pass_through: false, queued_invalidation: true, snoop_control: false, version: 1:0, x2apic: true}",
            Observed.Text(Observed.Look(root, "iommu.unit(dmar0)")));
        Assert.Contains("pass_through: true, queued_invalidation: true, snoop_control: true", Observed.Text(Observed.Look(root, "iommu.unit(dmar1)")), StringComparison.Ordinal);
        Assert.Equal("absent", Observed.Text(Observed.Look(root, "iommu.unit(dmar2)")));
        Assert.Equal(
            "[{address: 4275634176, all_devices: false, devices: unknown missing-source, segment: unknown missing-source}, "
            + "{address: 4275638272, all_devices: true, devices: unknown missing-source, segment: unknown missing-source}]",
            Observed.Text(Observed.Look(root, "dmar.units")));
    }

    private static string Expected(string host)
    {
        using var description = JsonDocument.Parse(File.ReadAllBytes(Path.Join(host, "host.json")));
        return description.RootElement.GetProperty("firmware_iommu").GetString()?.ToLowerInvariant() ?? "absent";
    }
}
