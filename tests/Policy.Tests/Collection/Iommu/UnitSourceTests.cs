namespace Policy.Tests.Collection.Iommu;

public class UnitSourceTests
{
    private const string Units = "sys/class/iommu";

    [Fact]
    public void A_unit_of_intel_says_what_it_can_do()
    {
        using var host = new ForgedHost()
            .With($"{Units}/dmar1/intel-iommu/version", "1:0\n").With($"{Units}/dmar1/intel-iommu/address", "fed91000\n")
            .With($"{Units}/dmar1/intel-iommu/cap", "d2008c20660462\n").With($"{Units}/dmar1/intel-iommu/ecap", "f010da\n");

        Assert.Equal(
            "{address: fed91000, cap: d2008c20660462, device_tlb: false, ecap: f010da, features: absent, interrupt_remapping: true, maker: intel, pass_through: true, "
            + "queued_invalidation: true, snoop_control: true, version: 1:0, x2apic: true}",
            Observed.Text(host.Look("iommu.unit(dmar1)")));
        Assert.Equal("absent", Observed.Text(host.Look("iommu.unit(dmar0)")));
    }

    [Theory]
    [InlineData("246577efa2254afa", "false")]
    [InlineData("58f77ef22294ade", "true")]
    [InlineData("246577efa2254afa:0", "false")]
    [InlineData("0:58f77ef22294ade", "true")]
    [InlineData("58f77ef22294ade:10", "unknown unsupported")]
    [InlineData("zz", "unknown malformed")]
    [InlineData("1:2:3", "unknown malformed")]
    [InlineData("0", "unknown unsupported")]
    public void The_registers_of_amd_can_stand_in_two_orders(string features, string x2apic)
    {
        using var host = new ForgedHost().With($"{Units}/ivhd0/amd-iommu/cap", "190b640f\n").With($"{Units}/ivhd0/amd-iommu/features", features + "\n");

        var unit = Observed.Text(host.Look("iommu.unit(ivhd0)"));

        Assert.StartsWith("{address: absent, cap: 190b640f, ", unit, StringComparison.Ordinal);
        Assert.EndsWith($"x2apic: {x2apic}}}", unit, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_have_names_only()
    {
        using var host = new ForgedHost().WithFolder($"{Units}/smmu3.0x0000000001000000");
        using var empty = new ForgedHost().WithFolder(Units);

        Assert.Contains("maker: other", Observed.Text(host.Look("iommu.unit(smmu3.0x0000000001000000)")), StringComparison.Ordinal);
        Assert.Equal("{}", Observed.Text(empty.Look("iommu.unit(*)")));
    }

    [Theory]
    [InlineData("dmar: IOMMU 0: reg_base_addr fed90000 ver 1:0 cap c0000020e60262 ecap f0101a", "IOMMU 0", "{dmar0: ")]
    [InlineData("DMAR: dmar0: reg_base_addr fed90000 ver 1:0 cap zz ecap f0101a", "dmar0", "unknown missing-source")]
    [InlineData("DMAR: dmar0: reg_base_addr ", "dmar0", "unknown missing-source")]
    public void The_log_tells_the_units_where_the_kernel_does_not(string line, string because, string expected)
    {
        using var host = new ForgedHost().With("var/log/dmesg", $"[    0.02] {line}\n");

        var units = Observed.Text(host.Look("iommu.unit(*)"));

        Assert.True(units.StartsWith(expected, StringComparison.Ordinal), $"{because}: {units}");
    }

    [Fact]
    public void A_log_that_lost_lines_does_not_say_that_a_unit_is_missing()
    {
        using var host = new ForgedHost().With("var/log/dmesg", "[ 0.02] DMAR: dmar0: reg_base_addr fed90000 ver 1:0 cap 1 ecap f0101a\n");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("iommu.unit(dmar1)")));
    }
}
