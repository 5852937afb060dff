using System.Globalization;
using Xunit.Abstractions;

namespace Policy.Tests.Collection.Memory;

public class MemoryFactsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("meminfo", "4036680", "3659324", "2097148")]
    [InlineData("meminfo2", "4037608", "3665024", "0")]
    public void Sizes_are_bytes(string file, string total, string available, string swap)
    {
        if (Captures.Folder("facter-fixtures") is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var host = new ForgedHost().With("proc/meminfo", File.ReadAllBytes(Path.Join(captures, file)));

        Assert.Equal(Bytes(total), Observed.Text(host.Look("memory.total")));
        Assert.Equal(Bytes(available), Observed.Text(host.Look("memory.available")));
        Assert.Equal(Bytes(swap), Observed.Text(host.Look("swap.total")));
    }

    [Theory]
    [InlineData("HP-Z600.bin", 32)]
    [InlineData("Lenovo-Thinkcentre-m720s.bin", 24)]
    public void The_modules_of_the_system_memory_add_up(string file, int gibibytes)
    {
        if (Captures.Folder("smbios") is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var host = new ForgedHost().With("sys/firmware/dmi/tables/DMI", File.ReadAllBytes(Path.Join(captures, file))[0x20..]);

        Assert.Equal(((long)gibibytes << 30).ToString(CultureInfo.InvariantCulture), Observed.Text(host.Look("memory.installed")));
    }

    [Fact]
    public void A_cut_table_is_malformed()
    {
        using var host = new ForgedHost().With("sys/firmware/dmi/tables/DMI", [17, 40, 1, 0, 5]);

        Assert.Equal("unknown malformed", Observed.Text(host.Look("memory.installed")));
    }

    [Theory]
    [InlineData("always [madvise] never", "madvise")]
    [InlineData("always", "unknown malformed")]
    [InlineData("always defer [defer+madvise] madvise never", "defer+madvise")]
    public void The_chosen_word_stands_in_brackets(string text, string expected)
    {
        using var host = new ForgedHost().With("sys/kernel/mm/transparent_hugepage/enabled", text).With("sys/kernel/mm/transparent_hugepage/defrag", text);

        Assert.Equal(expected, Observed.Text(host.Look("memory.transparent_hugepages")));
        Assert.Equal(expected, Observed.Text(host.Look("memory.transparent_hugepages_defrag")));
    }

    [Fact]
    public void Huge_pages_are_listed_by_their_size()
    {
        const string folder = "sys/kernel/mm/hugepages/hugepages-2048kB";
        using var host = new ForgedHost().With($"{folder}/nr_hugepages", "8\n").With($"{folder}/free_hugepages", "3\n").With($"{folder}/resv_hugepages", "1\n").With($"{folder}/surplus_hugepages", "0\n");

        Assert.Equal("{2048kB: {free: 3, reserved: 1, surplus: 0, total: 8}}", Observed.Text(host.Look("hugepages(*)")));
        Assert.Equal("absent", Observed.Text(host.Look("hugepages(1048576kB)")));
    }

    [Theory]
    [InlineData("1\n", "true")]
    [InlineData("2\n", "false")]
    public void Merging_is_on_or_off(string text, string expected)
    {
        using var host = new ForgedHost().With("sys/kernel/mm/ksm/run", text);

        Assert.Equal(expected, Observed.Text(host.Look("memory.ksm")));
    }

    private static string Bytes(string kilobytes) => $"{long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024}";
}
