namespace Policy.Tests.Collection.Iommu;

public class TableStructuresTests
{
    private const string Tables = "sys/firmware/acpi/tables";

    [Fact]
    public void Devices_are_named_by_their_way()
    {
        using var host = Dmar(AcpiBytes.Ports(2, 1, [1, 8, 0, 0, 0, 0, 0x14, 0, 2, 10, 0, 0, 0, 0, 0x1c, 0, 0, 1, 3, 8, 0, 0, 2, 0xf0, 0x1f, 0]), AcpiBytes.Ports(5, 0));

        Assert.Equal("[{all_ports: true, devices: [0001:00:14.0, 0001:00:1c.0/00.1], segment: 1}]", Observed.Text(host.Look("dmar.ats_ports")));
        Assert.Equal("[{devices: [], required: false, segment: 1}]", Observed.Text(host.Look("dmar.ats_devices")));
        Assert.Equal("[]", Observed.Text(host.Look("dmar.reserved_regions")));
    }

    [Theory]
    [InlineData(1, 0, 0, 0, 0, 0, 0x14, 0)]
    [InlineData(1, 6, 0, 0, 0, 0)]
    [InlineData(1, 9, 0, 0, 0, 0, 0x14, 0, 0)]
    [InlineData(1, 12, 0, 0, 0, 0, 0x14, 0)]
    [InlineData(1)]
    public void A_broken_list_of_devices_spoils_nothing_else(params int[] scopes)
    {
        using var host = Dmar(AcpiBytes.Ports(2, 0, [.. scopes.Select(value => (byte)value)]));

        Assert.Equal("[{all_ports: false, devices: unknown malformed, segment: 1}]", Observed.Text(host.Look("dmar.ats_ports")));
        Assert.Equal("39", Observed.Text(host.Look("dmar.host_address_width")));
    }

    [Fact]
    public void Memory_of_amds_table_has_a_kind_and_devices()
    {
        using var host = new ForgedHost().With($"{Tables}/IVRS", AcpiBytes.Ivrs(
            0, AcpiBytes.Block(0x10, 2), AcpiBytes.Memory(0x20, 8, 0x1000, 0x1000), AcpiBytes.Memory(0x22, 7, ulong.MaxValue, 2), AcpiBytes.Memory(0x21, 0, 0, 0)));

        Assert.Equal(
            "[{base: 4096, end: 8191, first_device: absent, kind: exclusion, last_device: absent}, "
            + "{base: 18446744073709551615, end: 0, first_device: 0000:00:02.0, kind: unity, last_device: 0000:00:03.0}, "
            + "{base: 0, end: 0, first_device: 0000:00:02.0, kind: other, last_device: 0000:00:02.0}]",
            Observed.Text(host.Look("ivrs.reserved_regions")));
        Assert.Equal("[{address: 0, device: 0000:00:00.2, type: 10h}]", Observed.Text(host.Look("ivrs.blocks")));
    }

    [Fact]
    public void The_versions_of_smmus_are_told()
    {
        using var host = new ForgedHost().With($"{Tables}/IORT", AcpiBytes.Iort(AcpiBytes.Node(4), AcpiBytes.Smmu(0), AcpiBytes.Smmu(3), AcpiBytes.Smmu(99), AcpiBytes.Node(3), AcpiBytes.Node(0)));
        using var intel = Dmar();
        using var none = new ForgedHost().With($"{Tables}/FACP", "x");
        using var nothing = new ForgedHost();

        Assert.Equal("[v3, v1, v2, other, other]", Observed.Text(host.Look("iommu.smmu")));
        Assert.Equal("5", Observed.Text(host.Look("iommu.units")));
        Assert.Equal("[]", Observed.Text(intel.Look("iommu.smmu")));
        Assert.Equal("absent", Observed.Text(none.Look("iommu.smmu")));
        Assert.Equal("unknown missing-source", Observed.Text(nothing.Look("iommu.smmu")));
    }

    [Fact]
    public void What_a_host_has_no_table_for_is_absent()
    {
        using var host = new ForgedHost().With($"{Tables}/FACP", "x");
        using var nothing = new ForgedHost();

        foreach (var fact in new[] { "dmar.units", "dmar.ats_ports", "dmar.ats_devices", "ivrs.blocks", "ivrs.reserved_regions" })
        {
            Assert.Equal("absent", Observed.Text(host.Look(fact)));
            Assert.Equal("unknown missing-source", Observed.Text(nothing.Look(fact)));
        }
    }

    private static ForgedHost Dmar(params byte[][] structures) => new ForgedHost().With($"{Tables}/DMAR", AcpiBytes.Dmar(39, 1, [AcpiBytes.Unit(0xfed90000), .. structures]));
}
