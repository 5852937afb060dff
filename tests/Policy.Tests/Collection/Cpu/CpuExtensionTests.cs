namespace Policy.Tests.Collection.Cpu;

public class CpuExtensionTests
{
    private const string Arm = "processor : 0\nCPU implementer : 0x41\nCPU part : 0xd0c\n";
    private const string Mainframe = "vendor_id : IBM/S390\nprocessor 0: version = FF,  identification = 29AA14,  machine = 8561\n";
    private const string Partition = "processor : 0\ncpu : POWER9\nrevision : 2.2 (pvr 004e 1202)\nplatform : pSeries\n";
    private const string WithoutSvm = "0 0 16 0 0 0\n1 0 0 0 0 0\n80000000 0 80000000 0 0 0\n";
    private const string HyperVRoot = "0 0 16 0 0 0\n1 0 0 0 80000000 0\n80000000 0 80000000 0 0 0\n40000000 0 40000006 7263694d 666f736f 76482074\n40000003 0 0 1 0 0\n";

    [Theory]
    [InlineData("flags : fpu vmx\n", "vmx")]
    [InlineData("flags : fpu svm\n", "svm")]
    [InlineData("flags : fpu\n", "unknown not-collected")]
    [InlineData("flags : fpu svm_lock\n", "unknown not-collected")]
    [InlineData(Arm, "unknown missing-source")]
    [InlineData($"{Mainframe}features\t: esan3 zarch stfle sie\n", "sie")]
    [InlineData($"{Mainframe}features\t: esan3 zarch stfle\n", "absent")]
    [InlineData(Mainframe, "unknown missing-source")]
    [InlineData("processor : 0\nisa : rv64imafdch_zicsr\n", "h")]
    [InlineData("processor : 0\nisa : rv64imafdc_zicsr_sstch\n", "absent")]
    [InlineData("processor : 0\nISA : loongarch32s loongarch64\nFeatures : cpucfg lam lvz\n", "lvz")]
    [InlineData("processor : 0\nISA : loongarch32s loongarch64\nFeatures : cpucfg lam\n", "absent")]
    [InlineData(Partition, "unknown missing-source")]
    [InlineData("processor : 0\ncpu : POWER9\nrevision : 2.2 (pvr 004e 1202)\nplatform : PowerNV\n", "hv")]
    public void Each_architecture_has_its_own_way_to_say_it(string info, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", info);

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_extension")));
    }

    [Theory]
    [InlineData("proc/misc", "232 kvm\n", "el2")]
    [InlineData("proc/misc", "200 tun\n", "unknown missing-source")]
    [InlineData("var/log/dmesg", "[    0.02] CPU: All CPU(s) started at EL2\n", "el2")]
    [InlineData("var/log/dmesg", "[    0.02] CPU: All CPU(s) started at EL1\n", "absent")]
    [InlineData("var/log/dmesg", "[    0.02] CPU: All CPU(s) started in HYP mode.\n", "el2")]
    [InlineData("var/log/dmesg", "[    0.02] CPU: All CPU(s) started in SVC mode.\n", "absent")]
    [InlineData("var/log/dmesg", "[    0.02] Booting Linux\n", "unknown missing-source")]
    public void On_arm_kvm_and_the_log_tell(string path, string content, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", Arm).With(path, content);

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_extension")));
    }

    [Fact]
    public void In_a_partition_the_module_tells()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", Partition).WithFolder("sys/module/kvm_hv");

        Assert.Equal("hv", Observed.Text(host.Look("cpu.virtualization_extension")));
    }

    [Theory]
    [InlineData(WithoutSvm, "absent")]
    [InlineData(HyperVRoot, "unknown unsupported")]
    public void What_a_hypervisor_keeps_from_the_system_that_controls_it_may_be_there(string registers, string expected)
    {
        using var host = new ForgedHost().With(".policy/cpuid", registers).With("proc/cpuinfo", "flags : fpu hypervisor\n");

        Assert.Equal(expected, Observed.Text(host.Look("cpu.virtualization_extension")));
    }

    [Fact]
    public void Xen_keeps_it_from_the_system_that_controls_it_too()
    {
        using var host = new ForgedHost()
            .With(".policy/cpuid", WithoutSvm)
            .With("sys/hypervisor/type", "xen\n")
            .With("sys/hypervisor/properties/features", "00002b05\n");

        Assert.Equal("unknown unsupported", Observed.Text(host.Look("cpu.virtualization_extension")));
    }

    [Theory]
    [InlineData("vmx ept", "sys/module/kvm_intel/parameters/ept", "Y", "true")]
    [InlineData("vmx ept", "sys/module/kvm_intel/parameters/ept", "N", "false")]
    [InlineData("vmx ept", "sys/module/kvm_amd/parameters/npt", "Y", "unknown missing-source")]
    [InlineData("svm npt", "sys/module/kvm_amd/parameters/npt", "1", "true")]
    [InlineData("svm npt", "sys/module/kvm_intel/parameters/ept", "Y", "unknown missing-source")]
    [InlineData("svm", "proc/sys/kernel/osrelease", "5.10.0", "false")]
    [InlineData("svm", "proc/sys/kernel/osrelease", "2.6.32-5-amd64", "unknown missing-source")]
    [InlineData("svm", "proc/modules", "", "unknown missing-source")]
    [InlineData("vmx\nvmx flags : vnmi", "proc/modules", "", "false")]
    [InlineData("vmx\nvmx flags : vnmi ept", "proc/modules", "", "unknown missing-source")]
    [InlineData("vmx", "proc/modules", "", "unknown missing-source")]
    [InlineData("fpu", "sys/module/kvm_intel/parameters/ept", "Y", "absent")]
    public void Second_level_translation_needs_the_flag_and_the_parameter(string flags, string path, string content, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", $"processor : 0\nflags : {flags}\n").With(path, content);

        Assert.Equal(expected, Observed.Text(host.Look("cpu.slat")));
    }

    [Fact]
    public void Second_level_translation_is_asked_of_x86_alone()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", Arm);

        Assert.Equal("unknown unsupported", Observed.Text(host.Look("cpu.slat")));
    }
}
