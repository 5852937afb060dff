using Policy.Collection.Sources.Software;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software;

public sealed class NetworkInterfacesTests : IDisposable
{
    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public void A_physical_interface_has_speed_in_bits_driver_and_state()
    {
        host.With("sys/devices/pci0/net/eth0/type", "1\n")
            .With("sys/devices/pci0/net/eth0/operstate", "up\n")
            .With("sys/devices/pci0/net/eth0/speed", "10000\n")
            .With("sys/devices/pci0/net/eth0/mtu", "9000\n")
            .WithFolder("sys/bus/pci/drivers/ixgbe")
            .WithLink("sys/devices/pci0/driver", "../../bus/pci/drivers/ixgbe")
            .WithLink("sys/devices/pci0/net/eth0/device", "../..")
            .WithLink("sys/class/net/eth0", "../../devices/pci0/net/eth0")
            .With("sys/class/net/bonding_masters", "bond0\n");

        var item = Assert.Single(Items());

        Assert.Equal(["physical", "up", "10000000000", "9000", "ixgbe"], Fields(item));
    }

    [Theory]
    [InlineData("bridge/hello_time", "1", "bridge")]
    [InlineData("uevent", "DEVTYPE=vlan\nINTERFACE=x\n", "vlan")]
    [InlineData("tun_flags", "0x1", "tun")]
    [InlineData("mtu", "1500", "virtual")]
    public void A_virtual_interface_has_its_kind_and_no_driver(string file, string text, string kind)
    {
        host.With("sys/devices/virtual/net/x/type", "1\n")
            .With("sys/devices/virtual/net/x/operstate", "lowerlayerdown\n")
            .With($"sys/devices/virtual/net/x/{file}", text)
            .With("sys/devices/virtual/net/x/speed", "-1\n").WithLink("sys/class/net/x", "../../devices/virtual/net/x");

        var item = Assert.Single(Items());

        Assert.Equal(kind, SoftwareHost.Text(SoftwareHost.Field(item, "kind")));
        Assert.Equal("down", SoftwareHost.Text(SoftwareHost.Field(item, "state")));
        Assert.Equal(new Absent(), SoftwareHost.Field(item, "driver"));
        Assert.IsType<Unknown>(SoftwareHost.Field(item, "speed"));
    }

    [Fact]
    public void A_host_without_the_folder_is_unknown()
    {
        Assert.Equal(new Unknown(UnknownCause.MissingSource, "sys/class/net"), host.Ask(NetworkInterfaces.Source, "network.interfaces"));
    }

    private Sequence<Observation> Items() => Assert.IsType<ListValue>(Assert.IsType<Present>(host.Ask(NetworkInterfaces.Source, "network.interfaces")).Value).Items;

    private static IEnumerable<string?> Fields(Observation item) =>
        ((string[])["kind", "state", "speed", "mtu", "driver"]).Select(name => SoftwareHost.Text(SoftwareHost.Field(item, name)));
}
