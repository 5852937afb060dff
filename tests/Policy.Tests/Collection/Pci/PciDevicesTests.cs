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
            .With($"{Device}/sriov_drivers_autoprobe", "1\n").With($"{Device}/reset_method", "flr bus\n").With($"{Device}/boot_vga", "0\n")
            .WithLink($"{Device}/physfn", "../0000:01:00.4").WithLink($"{Device}/driver", "../../../../bus/pci/drivers/ixgbe")
            .WithLink($"{Device}/iommu_group", "../../../../kernel/iommu_groups/13").With("sys/kernel/iommu_groups/13/type", "DMA-FQ\n");

        var devices = host.Look("pci.devices");

        Assert.Equal(
            "[{address: 0000:01:00.0, boot_vga: false, class: 0x020000, device: 0x1572, driver: ixgbe, iommu_group: 13, iommu_type: DMA-FQ, numa_node: 1, "
            + "physical_function: 0000:01:00.4, reset_methods: [flr, bus], sriov_autoprobe: true, sriov_total: 64, sriov_used: 0, vendor: 0x8086}]",
            Observed.Text(devices));
    }

    [Fact]
    public void What_a_whole_folder_lacks_the_device_does_not_have()
    {
        using var host = Minimal().With($"{Device}/numa_node", "-1\n").With($"{Device}/uevent", "").WithLink($"{Device}/subsystem", "../../../bus/pci");

        var devices = host.Look("pci.devices");

        Assert.Equal(
            "[{address: 0000:01:00.0, boot_vga: absent, class: 0x020000, device: 0x1572, driver: absent, iommu_group: absent, iommu_type: absent, numa_node: absent, "
            + "physical_function: absent, reset_methods: absent, sriov_autoprobe: absent, sriov_total: absent, sriov_used: absent, vendor: 0x8086}]",
            Observed.Text(devices));
    }

    [Fact]
    public void What_a_part_of_a_folder_lacks_is_unknown()
    {
        using var host = Minimal();

        var devices = host.Look("pci.devices");

        Assert.Contains("driver: unknown missing-source, iommu_group: unknown missing-source, iommu_type: unknown missing-source", Observed.Text(devices), StringComparison.Ordinal);
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

        using var place = Captures.Unpack(Path.Join(folder, Path.GetFileName(archive)));

        var devices = Assert.IsType<Present>(Observed.Look(HostRoot.OfFolder(Path.Join(place.Path, top)), "pci.devices"));

        Assert.Equal(count, ((ListValue)devices.Value).Items.Count);
        output.WriteLine(Observed.Text(devices));
    }

    [Fact]
    public void A_kernel_that_does_not_name_the_methods_leaves_them_unknown()
    {
        using var host = Minimal().With($"{Device}/uevent", "").WithLink($"{Device}/subsystem", "../../../bus/pci").With($"{Device}/reset", "");

        Assert.Contains("reset_methods: unknown unsupported", Observed.Text(host.Look("pci.devices")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_devices_share_and_how_they_are_translated_is_as_the_files_of_a_capture_say()
    {
        if (Captures.Folder("nfd-pci") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var place = Captures.Unpack(Path.Join(folder, "rootfs-1.tar.gz"));
        var top = Path.Join(place.Path, "rootfs-1");

        var devices = Records(Observed.Look(top, "pci.devices")).ToArray();

        var wrong = devices.SelectMany(device => Files.Where(file => !IsRight(Path.Join(top, "sys/bus/pci/devices", Text(device, "address")), device, file.Field, file.Name))
            .Select(file => $"{Text(device, "address")} {file.Field} is {Text(device, file.Field)}"));
        Assert.NotEmpty(devices);
        Assert.Empty(wrong);
    }

    private static readonly (string Field, string Name)[] Files =
    [
        ("vendor", "vendor"), ("device", "device"), ("class", "class"), ("sriov_total", "sriov_totalvfs"), ("sriov_used", "sriov_numvfs"),
        ("iommu_type", "iommu_group/type"), ("reset_methods", "reset_method"),
    ];

    private static bool IsRight(string folder, RecordValue device, string field, string file) => File.Exists(Path.Join(folder, file))
        ? Text(device, field).Trim('[', ']').Replace(", ", " ", StringComparison.Ordinal) == File.ReadAllText(Path.Join(folder, file)).Trim()
        : Text(device, field).StartsWith("unknown", StringComparison.Ordinal);

    private static IEnumerable<RecordValue> Records(Observation devices) => ((ListValue)Assert.IsType<Present>(devices).Value).Items.Select(item => (RecordValue)((Present)item).Value);

    private static string Text(RecordValue device, string field) => Observed.Text(device.Fields.Find(field)!);

    private static ForgedHost Minimal() => new ForgedHost().With($"{Device}/vendor", "0x8086\n").With($"{Device}/device", "0x1572\n").With($"{Device}/class", "0x020000\n");
}
