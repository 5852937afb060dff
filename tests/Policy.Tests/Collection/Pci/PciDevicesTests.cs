using System.Formats.Tar;
using System.IO.Compression;
using Policy.Collection;
using Policy.Core.Facts;
using Xunit.Abstractions;

namespace Policy.Tests.Collection.Pci;

public class PciDevicesTests(ITestOutputHelper output)
{
    private const string Device = "sys/bus/pci/devices/0000:01:00.0";

    [Fact]
    public void A_device_is_described_by_its_folder()
    {
        using var host = Minimal().With($"{Device}/numa_node", "1\n").With($"{Device}/sriov_totalvfs", "64\n").With($"{Device}/sriov_numvfs", "0\n")
            .WithLink($"{Device}/driver", "../../../../bus/pci/drivers/ixgbe").WithLink($"{Device}/iommu_group", "../../../../kernel/iommu_groups/13");

        var devices = host.Look("pci.devices");

        Assert.Equal(
            "[{address: 0000:01:00.0, class: 0x020000, device: 0x1572, driver: ixgbe, iommu_group: 13, numa_node: 1, sriov_total: 64, sriov_used: 0, vendor: 0x8086}]",
            Observed.Text(devices));
    }

    [Fact]
    public void What_a_whole_folder_lacks_the_device_does_not_have()
    {
        using var host = Minimal().With($"{Device}/numa_node", "-1\n").With($"{Device}/uevent", "").WithLink($"{Device}/subsystem", "../../../bus/pci");

        var devices = host.Look("pci.devices");

        Assert.Equal(
            "[{address: 0000:01:00.0, class: 0x020000, device: 0x1572, driver: absent, iommu_group: absent, numa_node: absent, sriov_total: absent, sriov_used: absent, vendor: 0x8086}]",
            Observed.Text(devices));
    }

    [Fact]
    public void What_a_part_of_a_folder_lacks_is_unknown()
    {
        using var host = Minimal();

        var devices = host.Look("pci.devices");

        Assert.Contains("driver: unknown missing-source, iommu_group: unknown missing-source", Observed.Text(devices), StringComparison.Ordinal);
    }

    [Fact]
    public void A_captured_host_without_the_folder_is_unknown()
    {
        using var host = new ForgedHost().WithFolder("sys/bus/usb");

        var devices = host.Look("pci.devices");

        Assert.Equal(new Unknown(UnknownCause.MissingSource, "sys/bus/pci/devices"), devices);
    }

    [Fact]
    public void Names_that_are_no_address_are_no_devices()
    {
        using var host = new ForgedHost().WithFolder("sys/bus/pci/devices/readme").WithFolder("sys/bus/pci/devices/10000:00:00.0");

        var devices = host.Look("pci.devices");

        Assert.StartsWith("[{address: 10000:00:00.0,", Observed.Text(devices), StringComparison.Ordinal);
        Assert.Single(((ListValue)Assert.IsType<Present>(devices).Value).Items);
    }

    [Theory]
    [InlineData("nfd-pci/rootfs-1.tar.gz", "rootfs-1", 11)]
    [InlineData("ghw/linux-amd64-61797caf7c0b6bca1725ad7975ed4773.tar.gz", "", 43)]
    [InlineData("ghw/linux-arm64-c288e0776090cd558ef793b2a4e61939.tar.gz", "", 4)]
    public void Every_device_of_a_capture_is_listed(string archive, string top, int count)
    {
        if (Captures.Folder(Path.GetDirectoryName(archive)!) is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        var place = Directory.CreateTempSubdirectory("policy-capture-");
        using var stream = new GZipStream(File.OpenRead(Path.Join(folder, Path.GetFileName(archive))), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(stream, place.FullName, overwriteFiles: true);
        var devices = Assert.IsType<Present>(Observed.Look(HostRoot.OfFolder(Path.Join(place.FullName, top)), "pci.devices"));
        place.Delete(recursive: true);

        Assert.Equal(count, ((ListValue)devices.Value).Items.Count);
        output.WriteLine(Observed.Text(devices));
    }

    private static ForgedHost Minimal() => new ForgedHost().With($"{Device}/vendor", "0x8086\n").With($"{Device}/device", "0x1572\n").With($"{Device}/class", "0x020000\n");
}
