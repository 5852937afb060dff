namespace Policy.Tests.Collection.Iommu;

public class DeviceTreeIommuTests
{
    private const string Tree = "proc/device-tree";

    [Fact]
    public void Nodes_that_devices_refer_to_are_iommus()
    {
        using var host = Board()
            .With($"{Tree}/soc/iommu@1000000/#iommu-cells", [0, 0, 0, 1]).With($"{Tree}/soc/iommu@1000000/compatible", "marvell,ap806-smmu-500\0arm,mmu-500\0")
            .With($"{Tree}/soc/bus@2/smmu@2/#iommu-cells", [0, 0, 0, 1]).With($"{Tree}/soc/bus@2/smmu@2/compatible", "arm,smmu-v3\0").With($"{Tree}/soc/bus@2/smmu@2/status", "okay\0")
            .With($"{Tree}/dart/#iommu-cells", [0, 0, 0, 1]).With($"{Tree}/dart/compatible", "apple,t8103-dart\0")
            .With($"{Tree}/off/#iommu-cells", [0, 0, 0, 1]).With($"{Tree}/off/compatible", "arm,smmu-v2\0").With($"{Tree}/off/status", "disabled\0");

        Assert.Equal("device-tree", Observed.Text(host.Look("iommu.firmware")));
        Assert.Equal("3", Observed.Text(host.Look("iommu.units")));
        Assert.Contains("v3", Observed.Text(host.Look("iommu.smmu")), StringComparison.Ordinal);
        Assert.Equal("absent", Observed.Text(host.Look("dmar.units")));
    }

    [Fact]
    public void A_board_without_such_a_node_has_none()
    {
        using var host = Board().With("proc/sys/kernel/arch", "aarch64\n");

        Assert.Equal("absent", Observed.Text(host.Look("iommu.firmware")));
        Assert.Equal("absent", Observed.Text(host.Look("iommu.smmu")));
    }

    [Fact]
    public void On_other_machines_the_tree_does_not_mark_them()
    {
        using var host = Board().With("proc/sys/kernel/arch", "ppc64le\n");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("iommu.firmware")));
    }

    [Fact]
    public void Tables_come_before_the_tree()
    {
        using var host = Board().With($"{Tree}/dart/#iommu-cells", [0, 0, 0, 1]).With("sys/firmware/acpi/tables/FACP", "x");

        Assert.Equal("absent", Observed.Text(host.Look("iommu.firmware")));
    }

    [Fact]
    public void A_tree_without_an_end_is_malformed()
    {
        using var host = Board().WithLink($"{Tree}/soc/again", "..");

        Assert.Equal("unknown malformed", Observed.Text(host.Look("iommu.firmware")));
    }

    private static ForgedHost Board() => new ForgedHost().With($"{Tree}/model", "Board\0").With($"{Tree}/soc/uart@0/compatible", "ns16550a\0");
}
