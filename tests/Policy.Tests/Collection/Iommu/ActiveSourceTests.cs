using Policy.Core.Facts;

namespace Policy.Tests.Collection.Iommu;

public class ActiveSourceTests
{
    private const string Groups = "sys/kernel/iommu_groups";

    [Fact]
    public void A_group_with_a_translation_is_an_iommu_in_use()
    {
        using var host = new ForgedHost().With($"{Groups}/0/type", "DMA-FQ\n").WithFolder("sys/class/iommu/dmar0");

        var active = host.Look("iommu.active");

        Assert.Equal(new Present(new BooleanValue(true), Groups), active);
    }

    [Fact]
    public void A_group_with_a_pci_device_is_an_iommu_in_use_on_old_kernels_too()
    {
        using var host = new ForgedHost().WithFolder($"{Groups}/0/devices/0000:00:02.0");

        var active = host.Look("iommu.active");

        Assert.Equal("true", Observed.Text(active));
    }

    [Fact]
    public void Groups_that_vfio_made_up_are_no_iommu()
    {
        using var host = new ForgedHost().With($"{Groups}/0/name", "vfio-noiommu\n").WithFolder($"{Groups}/0/devices/0000:00:02.0");

        var active = host.Look("iommu.active");

        Assert.Equal("false", Observed.Text(active));
    }

    [Theory]
    [InlineData(Groups)]
    [InlineData("sys/class/iommu")]
    public void An_empty_folder_says_that_no_iommu_is_in_use(string folder)
    {
        using var host = new ForgedHost().WithFolder(folder);

        var active = host.Look("iommu.active");

        Assert.Equal(new Present(new BooleanValue(false), folder), active);
    }

    [Fact]
    public void A_kernel_without_groups_has_no_support()
    {
        using var host = new ForgedHost().With("sys/kernel/uevent_seqnum", "1\n");

        var active = host.Look("iommu.active");

        Assert.Equal(new Present(new BooleanValue(false), "sys/kernel"), active);
    }

    [Fact]
    public void A_part_of_sysfs_proves_nothing()
    {
        using var host = new ForgedHost().WithFolder("sys/kernel/mm").WithFolder("sys/class/net").With($"{Groups}x", "");

        var active = host.Look("iommu.active");

        Assert.Equal(new Unknown(UnknownCause.MissingSource, Groups), active);
    }

    [Fact]
    public void Groups_without_content_prove_nothing()
    {
        using var host = new ForgedHost().WithFolder($"{Groups}/0");

        var active = host.Look("iommu.active");

        Assert.Equal("unknown missing-source", Observed.Text(active));
    }

    [Fact]
    public void A_device_behind_a_unit_proves_an_iommu_in_use()
    {
        using var host = new ForgedHost().With("sys/bus/pci/devices/0000:3b:00.0/iommu/intel-iommu/version", "1:0\n");

        var active = host.Look("iommu.active");

        Assert.Equal(new Present(new BooleanValue(true), "sys/bus/pci/devices/0000:3b:00.0/iommu"), active);
    }

    [Fact]
    public void Groups_are_listed_with_what_they_hold()
    {
        using var host = new ForgedHost()
            .With($"{Groups}/10/type", "identity\n").WithFolder($"{Groups}/10/devices/0000:01:00.0").With($"{Groups}/10/reserved_regions", string.Empty)
            .With($"{Groups}/2/type", "DMA\n").With($"{Groups}/2/name", "gpu\n").WithFolder($"{Groups}/2/devices/0000:00:02.0")
            .With($"{Groups}/2/reserved_regions", "0x00000000dd000000 0x00000000df1fffff direct\n0x00000000e0000000 0x00000000e0000fff direct\n0x00000000fee00000 0x00000000feefffff msi\n");

        var groups = host.Look("iommu.groups");

        Assert.Equal(
            "[{devices: [0000:00:02.0], id: 2, name: gpu, reserved: [direct, msi], type: DMA}, {devices: [0000:01:00.0], id: 10, name: absent, reserved: [], type: identity}]",
            Observed.Text(groups));
    }
}
