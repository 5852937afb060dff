namespace Policy.Tests.Collection.Cpu;

public class CpuSetsTests
{
    private const string Folder = "sys/devices/system/cpu";

    [Fact]
    public void There_are_four_numbers_of_processors()
    {
        using var host = new ForgedHost()
            .With($"{Folder}/possible", "0-7\n")
            .With($"{Folder}/present", "0-5\n")
            .With($"{Folder}/online", "0-3\n")
            .With($"{Folder}/isolated", "2-3\n")
            .With("proc/self/status", "Name:\tpolicy\nCpus_allowed:\tff\nCpus_allowed_list:\t0-1,6\n");

        Assert.Equal("8 6 4 2 [2, 3]", Text(host, "cpu.possible", "cpu.logical", "cpu.online", "cpu.allowed", "cpu.isolated"));
    }

    [Theory]
    [InlineData("\n", "[]")]
    [InlineData("1", "[1]")]
    [InlineData("a-b", "unknown malformed")]
    [InlineData("0-99999999999999999999", "unknown malformed")]
    public void Isolated_processors_are_a_list_that_may_be_empty(string content, string expected)
    {
        using var host = new ForgedHost().With($"{Folder}/isolated", content);

        Assert.Equal(expected, Text(host, "cpu.isolated"));
    }

    [Fact]
    public void Without_the_files_nothing_is_known()
    {
        using var host = new ForgedHost().With("etc/hostname", "a");

        Assert.Equal(
            string.Join(' ', Enumerable.Repeat("unknown missing-source", 5)),
            Text(host, "cpu.possible", "cpu.allowed", "cpu.isolated", "cpu.dies", "cpu.core_types"));
    }

    [Theory]
    [InlineData("0", "1", "2")]
    [InlineData("0", "0", "1")]
    [InlineData("0", "-1", "unknown missing-source")]
    [InlineData("0", "", "unknown missing-source")]
    public void Dies_are_counted_in_all_sockets(string first, string second, string expected)
    {
        using var host = new ForgedHost().With($"{Folder}/online", "0-1\n");
        foreach (var (number, die) in new[] { (0, first), (1, second) })
        {
            host.With($"{Folder}/cpu{number}/topology/physical_package_id", "0\n").With($"{Folder}/cpu{number}/topology/die_id", die);
        }

        Assert.Equal(expected, Text(host, "cpu.dies"));
    }

    [Theory]
    [InlineData("cpu_core/cpus=0-3 cpu_atom/cpus=4-11", "[{cpus: 4, name: core}, {cpus: 8, name: atom}]")]
    [InlineData("cpu_core/cpus=0-3 cpu_atom/cpus=x", "[{cpus: 4, name: core}, {cpus: unknown malformed, name: atom}]")]
    [InlineData("cpu_core/cpus=0-3", "absent")]
    [InlineData("cpu/type=4", "absent")]
    [InlineData("breakpoint/type=5", "unknown missing-source")]
    public void Performance_monitors_tell_the_kinds_of_intels_cores(string files, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "processor : 0\nflags : fpu\n");
        foreach (var file in files.Split(' '))
        {
            host.With($"sys/devices/{file.Split('=')[0]}", file.Split('=')[1]);
        }

        Assert.Equal(expected, Text(host, "cpu.core_types"));
    }

    [Theory]
    [InlineData("7 0 0 0 0 0", "absent")]
    [InlineData("7 0 0 0 0 8000", "unknown missing-source")]
    public void Without_performance_monitors_the_instruction_tells_that_cores_are_equal(string registers, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "processor : 0\nflags : fpu\n").With(".policy/cpuid", $"0 0 16 0 0 0\n{registers}\n");

        Assert.Equal(expected, Text(host, "cpu.core_types"));
    }

    [Theory]
    [InlineData("0xd46", "[{cpus: 1, name: Cortex-A510}, {cpus: 1, name: Cortex-X3}]")]
    [InlineData("0xfff", "[{cpus: 1, name: 0x41 0xfff}, {cpus: 1, name: Cortex-X3}]")]
    [InlineData("0xd4e", "absent")]
    public void Main_identification_registers_tell_the_kinds_of_arms_cores(string part, string expected)
    {
        using var host = new ForgedHost().With(
            "proc/cpuinfo",
            $"processor : 0\nCPU implementer : 0x41\nCPU part : {part}\n\nprocessor : 1\nCPU implementer : 0x41\nCPU part : 0xd4e\n");

        Assert.Equal(expected, Text(host, "cpu.core_types"));
    }

    private static string Text(ForgedHost host, params string[] facts) => string.Join(' ', facts.Select(fact => Observed.Text(host.Look(fact))));
}
