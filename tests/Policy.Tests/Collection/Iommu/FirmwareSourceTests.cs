using Policy.Core.Facts;

namespace Policy.Tests.Collection.Iommu;

public class FirmwareSourceTests
{
    private const string Tables = "sys/firmware/acpi/tables";

    [Fact]
    public void A_whole_dmar_with_a_unit_is_intels_iommu()
    {
        using var host = new ForgedHost().With($"{Tables}/DMAR", AcpiBytes.Dmar(39, 1, AcpiBytes.Unit(0xfed90000), AcpiBytes.Unit(0xfed91000)));

        var (kind, units) = (host.Look("iommu.firmware"), host.Look("iommu.units"));

        Assert.Equal(new Present(new StringValue("dmar"), $"{Tables}/DMAR"), kind);
        Assert.Equal(new Present(new NumberValue(2), $"{Tables}/DMAR"), units);
    }

    [Fact]
    public void The_blocks_of_one_amd_unit_count_once()
    {
        using var host = new ForgedHost().With($"{Tables}/IVRS", AcpiBytes.Ivrs(0x203043, AcpiBytes.Block(0x10, 2), AcpiBytes.Block(0x11, 2), AcpiBytes.Block(0x40, 2)));

        var units = host.Look("iommu.units");

        Assert.Equal(new Present(new NumberValue(1), $"{Tables}/IVRS"), units);
        Assert.Equal("ivrs", Observed.Text(host.Look("iommu.firmware")));
        Assert.Equal("true", Observed.Text(host.Look("ivrs.dma_remap")));
        Assert.Equal("absent", Observed.Text(host.Look("dmar.x2apic_opt_out")));
    }

    [Fact]
    public void An_iort_with_an_smmu_is_arms_iommu()
    {
        using var host = new ForgedHost().With($"{Tables}/IORT", AcpiBytes.Iort(AcpiBytes.Node(0), AcpiBytes.Node(4), AcpiBytes.Node(2)));

        var kind = host.Look("iommu.firmware");

        Assert.Equal("iort", Observed.Text(kind));
        Assert.Equal("1", Observed.Text(host.Look("iommu.units")));
    }

    [Fact]
    public void An_iort_that_only_maps_interrupts_is_no_iommu()
    {
        using var host = new ForgedHost().With($"{Tables}/IORT", AcpiBytes.Iort(AcpiBytes.Node(0), AcpiBytes.Node(2)));

        var kind = host.Look("iommu.firmware");

        Assert.Equal(new Absent(Tables), kind);
    }

    [Fact]
    public void A_name_is_no_table()
    {
        using var host = new ForgedHost().With($"{Tables}/DMAR", "DMAR");

        var kind = host.Look("iommu.firmware");

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Unknown>(kind).Cause);
        Assert.Equal("unknown malformed", Observed.Text(host.Look("iommu.units")));
        Assert.Equal("unknown malformed", Observed.Text(host.Look("dmar.host_address_width")));
        Assert.Equal("[DMAR]", Observed.Text(host.Look("acpi.tables")));
    }

    public static TheoryData<string, byte[]> BrokenTables()
    {
        var whole = AcpiBytes.Dmar(39, 1, AcpiBytes.Unit(0xfed90000));
        byte[] changed = [.. whole];
        changed[^1] ^= 1;
        return new TheoryData<string, byte[]>
        {
            { "cut", whole[..^1] },
            { "checksum", changed },
            { "signature", AcpiBytes.Table("APIC", new byte[40]) },
            { "empty", [] },
            { "no unit", AcpiBytes.Dmar(39, 1) },
            { "unit without address", AcpiBytes.Dmar(39, 1, AcpiBytes.Unit(0)) },
            { "structure of no length", AcpiBytes.Dmar(39, 1, [0, 0, 0, 0]) },
            { "structure longer than the table", AcpiBytes.Dmar(39, 1, [0, 0, 99, 0]) },
            { "unit shorter than a unit", AcpiBytes.Dmar(39, 1, [0, 0, 8, 0, 0, 0, 0, 0]) },
            { "half a structure", AcpiBytes.Dmar(39, 1, AcpiBytes.Unit(1), [0]) },
            { "no fixed part", AcpiBytes.Table("DMAR", []) },
        };
    }

    [Theory]
    [MemberData(nameof(BrokenTables))]
    public void A_broken_table_is_malformed(string because, byte[] bytes)
    {
        using var host = new ForgedHost().With($"{Tables}/DMAR", bytes);

        var kind = host.Look("iommu.firmware");

        Assert.True(kind is Unknown { Cause: UnknownCause.Malformed }, because);
    }

    [Theory]
    [InlineData("IVRS")]
    [InlineData("IORT")]
    public void A_broken_table_of_another_vendor_is_malformed(string signature)
    {
        using var host = new ForgedHost().With($"{Tables}/{signature}", AcpiBytes.Table(signature, [1, 0, 0, 0, 200, 0, 0, 0, .. new byte[4]], [16, 0, 1, 0]));

        var kind = host.Look("iommu.firmware");

        Assert.Equal("unknown malformed", Observed.Text(kind));
    }

    [Fact]
    public void Tables_without_an_iommu_say_that_there_is_none()
    {
        using var host = new ForgedHost().With($"{Tables}/FACP", "x").WithFolder($"{Tables}/data");

        var kind = host.Look("iommu.firmware");

        Assert.Equal(new Absent(Tables), kind);
        Assert.Equal("absent", Observed.Text(host.Look("iommu.units")));
        Assert.Equal("absent", Observed.Text(host.Look("ivrs.dma_remap")));
        Assert.Equal("absent", Observed.Text(host.Look("iommu.inconsistent")));
        Assert.Equal("[FACP]", Observed.Text(host.Look("acpi.tables")));
    }

    [Fact]
    public void A_table_that_may_not_be_read_is_denied_unless_the_log_proves_it()
    {
        using var host = new ForgedHost().WithSecret($"{Tables}/DMAR", AcpiBytes.Dmar(39, 1, AcpiBytes.Unit(0xfed90000)));

        var silent = Nobody.Run(() => host.Look("iommu.firmware"));
        host.With("var/log/dmesg", "[ 0.1] DMAR: Host address width 39\n[ 0.2] DMAR: DRHD base: 0x000000fed90000 flags: 0x1\n");
        var proven = Nobody.Run(() => host.Look("iommu.firmware"));

        Assert.Equal(UnknownCause.Denied, Assert.IsType<Unknown>(silent).Cause);
        Assert.Equal(new Present(new StringValue("dmar"), "var/log/dmesg"), proven);
    }

    [Fact]
    public void Names_prove_without_any_right_that_there_is_no_iommu()
    {
        using var host = new ForgedHost().WithSecret($"{Tables}/FACP", [1]);

        var kind = Nobody.Run(() => host.Look("iommu.firmware"));

        Assert.Equal(new Absent(Tables), kind);
    }

    [Fact]
    public void A_virtual_iommu_is_not_denied()
    {
        using var host = new ForgedHost().With($"{Tables}/FACP", "x").With($"{Tables}/VIOT", "x");

        var kind = host.Look("iommu.firmware");

        Assert.Equal("unknown unsupported", Observed.Text(kind));
    }

    [Fact]
    public void A_host_that_shows_no_tables_is_unknown()
    {
        using var host = new ForgedHost();

        var kind = host.Look("iommu.firmware");

        Assert.Equal(new Unknown(UnknownCause.MissingSource, Tables), kind);
        Assert.Equal("unknown missing-source", Observed.Text(host.Look("iommu.units")));
    }

    [Fact]
    public void An_empty_folder_of_tables_proves_nothing()
    {
        using var host = new ForgedHost().WithFolder(Tables);

        var kind = host.Look("iommu.firmware");

        Assert.Equal(new Unknown(UnknownCause.MissingSource, Tables), kind);
        Assert.Equal("unknown missing-source", Observed.Text(host.Look("acpi.tables")));
    }

    [Fact]
    public void Units_in_use_are_counted_where_the_firmware_is_silent()
    {
        using var host = new ForgedHost().WithFolder("sys/class/iommu/dmar0").WithFolder("sys/class/iommu/dmar1");

        var units = host.Look("iommu.units");

        Assert.Equal(new Present(new NumberValue(2), "sys/class/iommu"), units);
    }
}
