namespace Policy.Tests.Collection.Memory;

public class SwapDevicesTests
{
    private const string Header = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

    [Theory]
    [InlineData("", "[]")]
    [InlineData(
        "/dev/zram0                              partition\t8388604\t\t1024\t\t100\n/a\\040b\\040(deleted)  file\t4\t0\t-2\n",
        "[{name: /dev/zram0, priority: 100, size: 8589930496, type: partition, used: 1048576}, {name: /a b, priority: -2, size: 4096, type: file, used: 0}]")]
    [InlineData("/swap.img (deleted) file 4 0 -2\n", "[{name: /swap.img, priority: -2, size: 4096, type: file, used: 0}]")]
    [InlineData("/swap.img file 4 0\n", "unknown malformed")]
    [InlineData("/swap.img file 99999999999999999999 0 -2\n", "unknown malformed")]
    public void Areas_have_a_size_and_a_priority(string areas, string expected)
    {
        using var host = new ForgedHost().With("proc/swaps", Header + areas);

        Assert.Equal(expected, Observed.Text(host.Look("swap.devices")));
    }

    [Fact]
    public void A_captured_root_without_the_table_proves_nothing()
    {
        using var host = new ForgedHost().With("proc/meminfo", "SwapTotal: 0 kB\n");
        using var foreign = new ForgedHost().With("proc/swaps", "\0\0\n");
        using var empty = new ForgedHost().With("proc/swaps", "");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("swap.devices")));
        Assert.Equal("unknown malformed", Observed.Text(foreign.Look("swap.devices")));
        Assert.Equal("unknown malformed", Observed.Text(empty.Look("swap.devices")));
    }
}
