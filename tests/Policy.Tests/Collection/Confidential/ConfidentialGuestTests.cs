namespace Policy.Tests.Collection.Confidential;

public class ConfidentialGuestTests
{
    private const string Mainframe = "vendor_id : IBM/S390\nprocessor 0: version = FF,  identification = 29AA14,  machine = 8561\n";
    private const string Encrypts = "80000000 0 8000001f 0 0 0\n8000001f 0 2 0 0 0\n";
    private const string Guest = "0 0 21 0 0 0\n1 0 0 0 80000000 0\n";
    private const string Microsoft = "40000000 0 4000000c 7263694d 666f736f 76482074\n";
    private const string WithoutEncryption = "80000000 0 80000008 0 0 0\n";

    [Theory]
    [InlineData("proc/misc", "121 sev-guest\n", "sev-snp")]
    [InlineData("proc/misc", "121 tdx_guest\n", "tdx")]
    [InlineData("proc/misc", "121 tdx_guest_2\n", "unknown not-collected")]
    [InlineData("proc/cpuinfo", "flags : hypervisor tdx_guest\n", "tdx")]
    [InlineData("proc/cpuinfo", "flags : hypervisor sev\n", "unknown not-collected")]
    [InlineData("var/log/dmesg", "[    0.3] AMD Memory Encryption Features active: SEV\n", "sev")]
    [InlineData("var/log/dmesg", "[    0.3] Memory Encryption Features active: AMD SEV SEV-ES\n", "sev-es")]
    [InlineData("var/log/dmesg", "[    0.3] Memory Encryption Features active: AMD SEV SEV-ES SEV-SNP\n", "sev-snp")]
    [InlineData("var/log/dmesg", "[    0.3] Memory Encryption Features active: Intel TDX\n", "tdx")]
    [InlineData("var/log/dmesg", "[    0.3] AMD Secure Encrypted Virtualization (SEV) active\n", "sev")]
    [InlineData("var/log/dmesg", "[    0.3] Memory Encryption Features active: AMD SME\n", "unknown not-collected")]
    [InlineData("proc/cpuinfo", "CPU implementer : 0x41\n", "unknown missing-source")]
    [InlineData("proc/cpuinfo", "processor : 0\ncpu : POWER9\nrevision : 2.2 (pvr 004e 1202)\n", "unknown unsupported")]
    public void The_kind_of_guest_is_what_its_kernel_says(string path, string content, string expected)
    {
        using var host = new ForgedHost().With(path, content);

        Assert.Equal(expected, Observed.Text(host.Look("cvm.guest")));
    }

    [Theory]
    [InlineData($"{Guest}21 0 0 65746e49 20202020 5844546c\n", "tdx")]
    [InlineData($"{Guest}21 0 0 0 0 0\n{WithoutEncryption}", "absent")]
    [InlineData($"{Guest}21 0 0 0 0 0\n{Encrypts}", "unknown missing-source")]
    [InlineData($"0 0 16 0 0 0\n1 0 0 0 0 0\n{Encrypts}", "absent")]
    [InlineData($"{Guest}21 0 0 0 0 0\n{Microsoft}40000003 0 0 400000 0 0\n4000000c 0 0 2 0 0\n{WithoutEncryption}", "sev-snp")]
    [InlineData($"{Guest}21 0 0 0 0 0\n{Microsoft}40000003 0 0 400000 0 0\n4000000c 0 0 3 0 0\n{WithoutEncryption}", "tdx")]
    [InlineData($"{Guest}21 0 0 0 0 0\n{Microsoft}40000003 0 0 400000 0 0\n4000000c 0 0 1 0 0\n{WithoutEncryption}", "absent")]
    [InlineData($"{Guest}21 0 0 0 0 0\n{Microsoft}40000003 0 0 400000 0 0\n{WithoutEncryption}", "unknown not-collected")]
    [InlineData($"{Guest}21 0 0 0 0 0\n{Microsoft}{WithoutEncryption}", "unknown not-collected")]
    public void The_instruction_tells_a_guest_from_others(string registers, string expected)
    {
        using var host = new ForgedHost().With(".policy/cpuid", registers);

        Assert.Equal(expected, Observed.Text(host.Look("cvm.guest")));
    }

    [Theory]
    [InlineData("sys/firmware/uv/prot_virt_guest", "1\n", "protvirt true unknown missing-source")]
    [InlineData("sys/firmware/uv/prot_virt_guest", "0\n", "absent false unknown missing-source")]
    [InlineData("sys/firmware/uv/prot_virt_host", "1\n", "unknown missing-source unknown missing-source true")]
    public void The_ultravisor_tells_host_and_guest(string path, string content, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", Mainframe).With(path, content);

        Assert.Equal(expected, Text(host));
    }

    [Theory]
    [InlineData($"{Mainframe}facilities : 0 1 2 157\n", "absent false false")]
    [InlineData($"{Mainframe}facilities : 0 1 2 158\n", "unknown missing-source unknown missing-source unknown missing-source")]
    public void A_machine_without_the_facility_has_no_ultravisor(string info, string expected)
    {
        using var host = new ForgedHost().With("proc/cpuinfo", info);

        Assert.Equal(expected, Text(host));
    }

    [Fact]
    public void A_realm_shows_its_interface()
    {
        using var host = new ForgedHost().With("proc/cpuinfo", "CPU implementer : 0x41\n").WithFolder("sys/devices/platform/arm-cca-dev");

        Assert.Equal("cca false false", Text(host));
    }

    private static string Text(ForgedHost host) =>
        string.Join(' ', new[] { "cvm.guest", "secure_execution.guest", "secure_execution.host" }.Select(fact => Observed.Text(host.Look(fact))));
}
