namespace Policy.Tests.Collection.Cpu;

public class NodeHugePagesTests
{
    private const string Node = "sys/devices/system/node";

    [Fact]
    public void Each_node_has_its_own_pages()
    {
        const string pages = "hugepages/hugepages-2048kB";
        using var host = new ForgedHost()
            .With($"{Node}/node0/{pages}/nr_hugepages", "8\n").With($"{Node}/node0/{pages}/free_hugepages", "3\n").With($"{Node}/node0/{pages}/surplus_hugepages", "0\n")
            .With($"{Node}/node2/{pages}/nr_hugepages", "x\n")
            .With($"{Node}/node3/meminfo", "Node 3 MemTotal:        0 kB\n");

        Assert.Equal(
            "[{free: 3, node: 0, size: 2048kB, surplus: 0, total: 8}, "
            + "{free: unknown missing-source, node: 2, size: 2048kB, surplus: unknown missing-source, total: unknown malformed}]",
            Observed.Text(host.Look("numa.hugepages")));
    }

    [Fact]
    public void A_node_whose_pages_are_not_shown_makes_the_list_unknown()
    {
        using var host = new ForgedHost().With($"{Node}/node0/meminfo", "Node 0 MemTotal:        8 kB\n");
        using var nothing = new ForgedHost();

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("numa.hugepages")));
        Assert.Equal("unknown missing-source", Observed.Text(nothing.Look("numa.hugepages")));
    }

    [Fact]
    public void A_kernel_without_huge_pages_has_none_on_any_node()
    {
        using var host = new ForgedHost().WithFolder($"{Node}/node0").With("proc/meminfo", "MemTotal: 8 kB\nDirectMap4k: 8 kB\n");

        Assert.Equal("[]", Observed.Text(host.Look("numa.hugepages")));
    }

    [Theory]
    [InlineData("10 21\n", "[10, 21]")]
    [InlineData("10 x\n", "unknown malformed")]
    [InlineData("\n", "unknown malformed")]
    public void Nodes_are_near_and_far(string distances, string expected)
    {
        using var host = new ForgedHost().With($"{Node}/node0/distance", distances);

        Assert.Contains($"distance: {expected}", Observed.Text(host.Look("numa.node(0)")), StringComparison.Ordinal);
    }
}
