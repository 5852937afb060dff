namespace Policy.Tests.Collection.Confidential;

public class SevFactsTests
{
    private const string Genoa = "80000000 0 80000028 0 0 0\n8000001f 0 0101fd3f 0 3ee 7d\n";
    private const string WithoutEncryption = "80000000 0 80000008 0 0 0\n";
    private const string OldName = "vendor_id : AuthenticAMD\nflags : fpu svm\n";

    [Theory]
    [InlineData(Genoa, "", "true true true 882 124")]
    [InlineData(WithoutEncryption, "", "false false false 0 0")]
    [InlineData("", "vendor_id : GenuineIntel\nflags : fpu vmx\n", "false false false 0 0")]
    [InlineData("", "CPU implementer : 0x41\n", "false false false 0 0")]
    [InlineData("", "vendor_id : AuthenticAMD\nflags : sev sev_es\n", "true true unknown not-collected unknown missing-source unknown missing-source")]
    [InlineData("", OldName, "unknown not-collected unknown not-collected unknown not-collected unknown missing-source unknown missing-source")]
    [InlineData("nonsense", "", "unknown malformed unknown malformed unknown malformed unknown missing-source unknown missing-source")]
    public void The_processor_says_what_it_can(string registers, string info, string expected)
    {
        using var host = Forge(registers, info);

        Assert.Equal(expected, Text(host, "sev.cpu", "sev.cpu_es", "sev.cpu_snp", "sev.asids", "sev.es_asids"));
    }

    [Theory]
    [InlineData("sev 410\nsev_es 99\n", "410 99")]
    [InlineData("sev_es 99\nres_a 1\n", "0 99")]
    [InlineData("", "0 0")]
    [InlineData("sev 99999999999999999999999\nsev_es -1\n", "882 124")]
    public void The_kernel_counts_keys_by_exact_names(string capacity, string expected)
    {
        using var host = Forge(Genoa, "").With("sys/fs/cgroup/misc.capacity", capacity);

        Assert.Equal(expected, Text(host, "sev.asids", "sev.es_asids"));
    }

    [Fact]
    public void The_kernel_counts_keys_in_version_1_of_control_groups_too()
    {
        using var host = new ForgedHost().With("sys/fs/cgroup/misc/misc.capacity", "sev 5\nsev_es 0\n");

        Assert.Equal("5 0", Text(host, "sev.asids", "sev.es_asids"));
    }

    [Theory]
    [InlineData("Y\n", "true")]
    [InlineData("1\n", "true")]
    [InlineData("N\n", "false")]
    [InlineData("0\n", "false")]
    [InlineData("maybe\n", "unknown malformed")]
    public void The_module_says_what_is_enabled(string value, string expected)
    {
        using var host = new ForgedHost().With("sys/module/kvm_amd/parameters/sev_es", value);

        Assert.Equal(expected, Text(host, "sev.es"));
    }

    [Theory]
    [InlineData(Genoa, "vendor_id : AuthenticAMD\nflags : sev sev_es sev_snp\n", "unknown missing-source unknown missing-source unknown missing-source")]
    [InlineData(Genoa, "vendor_id : AuthenticAMD\nflags : sev\n", "unknown missing-source false false")]
    [InlineData(WithoutEncryption, "", "false false false")]
    [InlineData("", "CPU implementer : 0x41\n", "false false false")]
    [InlineData("", "", "unknown missing-source unknown missing-source unknown missing-source")]
    public void Without_the_module_only_a_processor_that_cannot_is_proof(string registers, string info, string expected)
    {
        using var host = Forge(registers, info);

        Assert.Equal(expected, Text(host, "sev.kvm", "sev.es", "sev.snp"));
    }

    private static ForgedHost Forge(string registers, string info)
    {
        var host = new ForgedHost();
        host = registers.Length == 0 ? host : host.With(".policy/cpuid", registers);
        return info.Length == 0 ? host : host.With("proc/cpuinfo", info);
    }

    private static string Text(ForgedHost host, params string[] facts) => string.Join(' ', facts.Select(fact => Observed.Text(host.Look(fact))));
}
