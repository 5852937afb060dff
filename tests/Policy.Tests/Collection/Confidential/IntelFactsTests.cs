namespace Policy.Tests.Collection.Confidential;

public class IntelFactsTests
{
    private const string Intel = "vendor_id : GenuineIntel\n";
    private const string WithSections = "0 0 16 0 0 0\n7 0 0 4 40000000 0\n12 2 70180001 0 5d80001 0\n12 3 1 0 1000001 1\n12 4 0 0 0 0\n";

    [Theory]
    [InlineData("proc/cpuinfo", $"{Intel}flags : fpu tdx_host_platform\n", "true")]
    [InlineData("proc/cpuinfo", $"{Intel}flags : fpu\n", "unknown missing-source")]
    [InlineData("proc/cpuinfo", "vendor_id : AuthenticAMD\nflags : fpu\n", "false")]
    [InlineData("proc/cpuinfo", "isa : rv64imafdc\n", "false")]
    [InlineData("var/log/dmesg", "[    1.2] virt/tdx: BIOS enabled: private KeyID range [16, 32)\n", "true")]
    [InlineData("var/log/dmesg", "[    1.2] user: virt/tdx: BIOS enabled\n", "unknown missing-source")]
    public void The_platform_of_trust_domains_is_known_where_the_kernel_names_it(string path, string content, string expected)
    {
        using var host = new ForgedHost().With(path, content);

        Assert.Equal(expected, Text(host, "tdx.platform"));
    }

    [Theory]
    [InlineData("sys/module/kvm_intel/parameters/tdx", "Y\n", "true unknown missing-source")]
    [InlineData("sys/module/kvm_intel/parameters/tdx", "N\n", "false unknown missing-source")]
    [InlineData("sys/fs/cgroup/misc.capacity", "tdx 15\n", "unknown missing-source 15")]
    [InlineData("sys/fs/cgroup/misc.capacity", "sev 15\n", "unknown missing-source 0")]
    [InlineData("proc/cpuinfo", "vendor_id : AuthenticAMD\nflags : fpu\n", "false 0")]
    [InlineData("proc/cpuinfo", $"{Intel}flags : fpu vmx\n", "unknown missing-source unknown missing-source")]
    [InlineData("proc/cpuinfo", $"{Intel}flags : fpu\n", "false 0")]
    public void Trust_domains_need_a_module_and_keys(string path, string content, string expected)
    {
        using var host = new ForgedHost().With(path, content);

        Assert.Equal(expected, Text(host, "tdx.enabled", "tdx.keys"));
    }

    [Theory]
    [InlineData(WithSections, "true true 4409786368")]
    [InlineData("0 0 16 0 0 0\n7 0 0 4 0 0\n12 2 0 0 0 0\n", "true false 0")]
    [InlineData("0 0 16 0 0 0\n7 0 0 4 0 0\n", "true false unknown not-collected")]
    [InlineData("0 0 16 0 0 0\n7 0 0 0 0 0\n", "false false 0")]
    [InlineData("0 0 5 0 0 0\n", "false false 0")]
    public void The_instruction_tells_enclaves_and_their_memory(string registers, string expected)
    {
        using var host = new ForgedHost().With(".policy/cpuid", registers);

        Assert.Equal(expected, Text(host, "sgx.cpu", "sgx.flc", "sgx.epc_bytes"));
    }

    [Theory]
    [InlineData($"{Intel}flags : sgx sgx_lc\n", "true true unknown not-collected")]
    [InlineData($"{Intel}flags : fpu\n", "unknown not-collected unknown not-collected unknown not-collected")]
    [InlineData("vendor_id : AuthenticAMD\nflags : fpu\n", "false false 0")]
    [InlineData("isa : rv64imafdc\n", "false false 0")]
    public void Without_the_instruction_flags_prove_only_what_is_there(string info, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", info);

        Assert.Equal(expected, Text(host, "sgx.cpu", "sgx.flc", "sgx.epc_bytes"));
    }

    [Fact]
    public void The_kernel_counts_the_memory_of_enclaves_since_6_13()
    {
        using var host = new ForgedHost().With("sys/fs/cgroup/misc.capacity", "sgx_epc 98041856\n");

        Assert.Equal("98041856", Text(host, "sgx.epc_bytes"));
    }

    [Theory]
    [InlineData("proc/misc", "125 sgx_enclave\n126 sgx_provision\n", "true")]
    [InlineData("proc/misc", "232 kvm\n", "false")]
    [InlineData("sys/class/misc/sgx_enclave/dev", "10:125\n", "true")]
    [InlineData("proc/version", "Linux", "unknown missing-source")]
    public void Enclaves_are_offered_where_their_device_is_registered(string path, string content, string expected)
    {
        using var host = new ForgedHost().With(path, content);

        Assert.Equal(expected, Text(host, "sgx.enabled"));
    }

    private static string Text(ForgedHost host, params string[] facts) => string.Join(' ', facts.Select(fact => Observed.Text(host.Look(fact))));
}
