using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostCpuidTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0x1u, 0u, 0x20u)]
    [InlineData(0x7u, 1u, 0x70u)]
    [InlineData(0x40000100u, 0u, 0x90u)]
    public void A_recorded_leaf_is_found_by_leaf_and_subleaf(uint leaf, uint subleaf, uint ecx)
    {
        Assert.Equal(ecx, Record().Cpuid(leaf, subleaf).Content.Ecx);
    }

    [Fact]
    public void A_leaf_above_the_highest_is_missing()
    {
        Assert.Equal(new Missing<CpuidRegisters>(".policy/cpuid"), Record().Cpuid(0x8));
    }

    [Fact]
    public void A_leaf_that_nobody_recorded_is_not_collected()
    {
        Assert.Equal(new Failed<CpuidRegisters>(UnknownCause.NotCollected, ".policy/cpuid", "leaf 5 0"), Record().Cpuid(0x5));
        Assert.Equal(new Failed<CpuidRegisters>(UnknownCause.NotCollected, ".policy/cpuid", "leaf 80000001 0"), Record().Cpuid(0x80000001));
    }

    [Theory]
    [InlineData("0 0 1 2 3")]
    [InlineData("0 0 1 2 3 4 5")]
    [InlineData("0 0 1 2 3 x")]
    [InlineData("0 0 1 2 3 100000000")]
    public void A_line_of_another_shape_is_malformed(string line)
    {
        folder.Write(".policy/cpuid", line);

        Assert.Equal(UnknownCause.Malformed, Assert.IsType<Failed<CpuidRegisters>>(Captured().Cpuid(0)).Cause);
    }

    private Host Record()
    {
        folder.Write(".policy/cpuid", "00000000 0 00000007 1 2 3\n1 0 10 11 20 13\n\n0x7 0x0 0 0 0 0\n7 1 0 0 70 0\n40000100 0 0 0 90 0\n");
        return Captured();
    }

    private Host Captured()
    {
        var root = HostRoot.OfFolder(folder.Path);
        return new Host(root, new HostCommands(root), new HostOptions());
    }
}
