using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Memory;

public class MemoryBlocksTests
{
    private const string Folder = "sys/devices/system/memory";

    [Fact]
    public void Blocks_that_are_on_and_off_add_up()
    {
        using var host = Blocks("8000000\n", "online\n", "going-offline\n", "offline\n");

        Assert.Equal("268435456", Observed.Text(host.Look("memory.online")));
        Assert.Equal("134217728", Observed.Text(host.Look("memory.offline")));
    }

    [Theory]
    [InlineData("8000000", "unknown missing-source")]
    [InlineData("zz", "unknown malformed", "online")]
    [InlineData("0", "unknown malformed", "online")]
    [InlineData("10000000000000000", "unknown malformed", "online")]
    [InlineData("8000000", "unknown malformed", "online", "\0")]
    public void What_does_not_tell_all_blocks_tells_no_size(string size, string expected, params string[] states)
    {
        using var host = Blocks(size, states);

        Assert.Equal(expected, Observed.Text(host.Look("memory.online")));
    }

    [Fact]
    public void A_root_without_blocks_proves_nothing()
    {
        using var host = new ForgedHost().WithFolder("sys/devices/system/cpu");
        using var half = Blocks("8000000").WithFolder($"{Folder}/memory7");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("memory.online")));
        Assert.Equal("unknown missing-source", Observed.Text(half.Look("memory.online")));
    }

    // The kernel manages a little less than there is, and a block at the end of a range counts whole.
    [Fact]
    public void Snapshots_have_a_little_more_than_the_kernel_manages()
    {
        foreach (var (name, total) in Snapshots())
        {
            using var capture = Captures.Unpack(name);

            var online = Assert.IsType<Present>(Observed.Look(capture.Path, "memory.online"));

            var size = Assert.IsType<NumberValue>(online.Value).Value;
            Assert.InRange(size / total, 1m, 1.13m);
        }
    }

    private static IEnumerable<(string Archive, decimal Total)> Snapshots()
    {
        if (Captures.Folder("ghw") is not { } folder)
        {
            yield break;
        }

        using var index = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "index.json")));
        foreach (var item in index.RootElement.EnumerateObject())
        {
            yield return (Path.Join(folder, $"{item.Name}.tar.gz"), item.Value.GetProperty("MemTotal_kB").GetDecimal() * 1024);
        }
    }

    private static ForgedHost Blocks(string size, params string[] states)
    {
        var host = new ForgedHost().With($"{Folder}/block_size_bytes", size).With($"{Folder}/memory_hotplug_state", "online");
        for (var number = 0; number < states.Length; number++)
        {
            host.With(string.Create(CultureInfo.InvariantCulture, $"{Folder}/memory{number + 32}/state"), states[number]);
        }

        return host;
    }
}
