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
    [InlineData(WithNeither, "fpu", "absent")]
    [InlineData(WithNeither, "fpu hypervisor", "absent")]
    [InlineData("", "fpu vmx", "false")]
    [InlineData("", "fpu svm", "unknown missing-source")]
    [InlineData("", "fpu", "unknown not-collected")]
    public void What_the_processor_can_and_the_kernel_does_not_show_is_switched_off(string registers, string flags, string expected)
    {
        using var host = new ForgedHost()
            .With(".policy/cpuid", registers)
            .With("proc/cpuinfo", $"flags : {flags}")
            .With("proc/sys/kernel/osrelease", "5.6.0-1-amd64");

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_disabled")));
    }

    [Theory]
    [InlineData("vmx", "proc/sys/kernel/osrelease", "4.19.0-27-amd64", "unknown missing-source")]
    [InlineData("vmx", "proc/sys/kernel/osrelease", "5.10.0-1", "false")]
    [InlineData("svm", "proc/sys/kernel/osrelease", "6.6.9", "unknown missing-source")]
    [InlineData("svm", "proc/sys/kernel/osrelease", "6.7-rc1", "false")]
    [InlineData("svm", "proc/sys/kernel/osrelease", "6.18.44", "false")]
    [InlineData("svm", "proc/misc", "232 kvm\n", "false")]
    [InlineData("svm", "proc/misc", "200 tun\n", "unknown missing-source")]
    [InlineData("vmx\nvmx flags : ept", "proc/misc", "200 tun\n", "false")]
    public void A_flag_proves_something_if_the_kernel_would_have_taken_it_away(string flags, string path, string content, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", $"flags : {flags}").With(path, content);

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_disabled")));
    }

    [Fact]
    public void A_backend_without_extension_proves_nothing_of_the_firmware()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "flags : vmx").With("proc/misc", "232 kvm\n").WithFolder("sys/module/kvm_pvm");

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("cpu.virtualization_disabled")));
    }

    [Theory]
    [InlineData("[    0.2] x86/cpu: VMX (outside TXT) disabled by BIOS", "true")]
    [InlineData("[    7.1] kvm: disabled by bios", "true")]
    [InlineData("[    0.2] x86/cpu: SGX disabled by BIOS.", "unknown missing-source")]
    public void The_log_knows_better_than_the_flag(string line, string expected)
    {
        using var host = new ForgedHost().With("var/log/dmesg", line).With("proc/cpuinfo", "flags : vmx");

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_disabled")));
    }
}
