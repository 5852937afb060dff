namespace Policy.Tests.Collection.Cpu;

public class CpuVirtualizationTests
{
    private const string WithVmx = "0 0 16 0 0 0\n1 0 0 0 20 0\n80000000 0 80000008 0 0 0\n80000001 0 0 0 0 0\n";
    private const string WithSvm = "0 0 d 0 0 0\n1 0 0 0 0 0\n80000000 0 80000008 0 0 0\n80000001 0 0 0 4 0\n";
    private const string WithNeither = "0 0 16 0 0 0\n1 0 0 0 0 0\n80000000 0 80000000 0 0 0\n";

    [Theory]
    [InlineData(WithVmx, "vmx")]
    [InlineData(WithSvm, "svm")]
    [InlineData(WithNeither, "absent")]
    [InlineData("0 0 16 0 0 0\n", "unknown not-collected")]
    public void The_instruction_tells_the_extension(string registers, string expected)
    {
        using var host = new ForgedHost().With(".policy/cpuid", registers);

        Assert.Equal(expected, Observed.Text(host.Look("cpu.cpuid_virtualization")));
    }

    [Theory]
    [InlineData(WithVmx, "fpu", "true")]
    [InlineData(WithVmx, "fpu vmx", "false")]
    [InlineData(WithNeither, "fpu", "false")]
    [InlineData("", "fpu vmx", "false")]
    [InlineData("", "fpu", "unknown not-collected")]
    public void What_the_processor_can_and_the_kernel_does_not_show_is_switched_off(string registers, string flags, string expected)
    {
        using var host = new ForgedHost().With(".policy/cpuid", registers).With("proc/cpuinfo", $"flags : {flags}");

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_disabled")));
    }

    [Theory]
    [InlineData("[    0.2] x86/cpu: VMX (outside TXT) disabled by BIOS", "true")]
    [InlineData("[    7.1] kvm: disabled by bios", "true")]
    [InlineData("[    0.2] x86/cpu: SGX disabled by BIOS.", "false")]
    public void The_log_knows_better_than_the_flag(string line, string expected)
    {
        using var host = new ForgedHost().With("var/log/dmesg", line).With("proc/cpuinfo", "flags : vmx");

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_disabled")));
    }
}
