using Policy.Core.Facts;

namespace Policy.Tests.Collection.Identity;

public class ConfinementFactsTests
{
    private const string Status = "proc/self/status";
    private const string Limits = "proc/self/limits";

    [Theory]
    [InlineData("NoNewPrivs:\t0\n", "false")]
    [InlineData("NoNewPrivs:\t1\n", "true")]
    [InlineData("NoNewPrivs:\t2\n", "unknown malformed")]
    [InlineData("Name:\tcat\n", "unknown missing-source")]
    public void Privileges_can_be_kept_from_growing(string status, string expected)
    {
        using var host = new ForgedHost().With(Status, status);

        Assert.Equal(expected, Observed.Text(host.Look("collector.no_new_privs")));
    }

    [Theory]
    [InlineData("Seccomp:\t0\n", "none")]
    [InlineData("Seccomp:\t1\n", "strict")]
    [InlineData("Seccomp:\t2\nSeccomp_filters:\t1\n", "filter")]
    [InlineData("Seccomp:\t\n", "unknown malformed")]
    [InlineData("NoNewPrivs:\t0\n", "absent")]
    [InlineData("Name:\tcat\n", "unknown missing-source")]
    public void Filters_of_system_calls_have_names(string status, string expected)
    {
        using var host = new ForgedHost().With(Status, status);

        Assert.Equal(expected, Observed.Text(host.Look("collector.seccomp")));
    }

    [Theory]
    [InlineData("CapBnd:\t0000000000200001\n", "[chown, sys_admin]")]
    [InlineData("CapBnd:\t10000000002000010000\n", "unknown malformed")]
    public void The_bounding_set_has_names(string status, string expected)
    {
        using var host = new ForgedHost().With(Status, status);

        Assert.Equal(expected, Observed.Text(host.Look("collector.bounding_capabilities")));
    }

    [Theory]
    [InlineData("docker-default (enforce)\n", "docker-default (enforce)")]
    [InlineData("system_u:system_r:container_t:s0:c1,c2\0", "system_u:system_r:container_t:s0:c1,c2")]
    [InlineData("\0", "unknown malformed")]
    public void A_security_module_labels_the_process(string label, string expected)
    {
        using var host = new ForgedHost().With("proc/self/attr/current", label);

        Assert.Equal(expected, Observed.Text(host.Look("collector.lsm_label")));
    }

    [Fact]
    public void A_root_without_the_process_knows_nothing_of_it()
    {
        using var host = new ForgedHost();

        Assert.Equal("unknown missing-source", Observed.Text(host.Look("collector.lsm_label")));
        Assert.Equal("unknown missing-source", Observed.Text(host.Look("collector.seccomp")));
        Assert.Equal("unknown missing-source", Observed.Text(host.Look("collector.limit(nofile)")));
    }

    [Fact]
    public void Limits_go_by_their_usual_names_and_lack_where_there_is_none()
    {
        const string text = """
            Limit                     Soft Limit           Hard Limit           Units     
            Max cpu time              unlimited            unlimited            seconds   
            Max open files            1024                 524288               files     
            Max locked memory         8388608              unlimited            bytes     
            Max nice priority         0                    0                    
            Max stack size            99999999999999999999 8                    bytes     
            """;
        using var host = new ForgedHost().With(Limits, text);

        Assert.Equal("{hard: absent, soft: absent}", Observed.Text(host.Look("collector.limit(cpu)")));
        Assert.Equal("{hard: 524288, soft: 1024}", Observed.Text(host.Look("collector.limit(nofile)")));
        Assert.Equal("{hard: absent, soft: 8388608}", Observed.Text(host.Look("collector.limit(memlock)")));
        Assert.Equal("{hard: 0, soft: 0}", Observed.Text(host.Look("collector.limit(nice)")));
        Assert.Equal("{hard: 8, soft: unknown malformed}", Observed.Text(host.Look("collector.limit(stack)")));
        Assert.Equal("unknown malformed", Observed.Text(host.Look("collector.limit(nproc)")));
        Assert.Equal("absent", Observed.Text(host.Look("collector.limit(nothing)")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Max open files\n\0\n")]
    public void What_is_no_table_of_limits_is_malformed(string text)
    {
        using var host = new ForgedHost().With(Limits, text);

        Assert.Equal("unknown malformed", Observed.Text(host.Look("collector.limit(nofile)")));
        Assert.IsType<Unknown>(host.Look("collector.limit(*)"));
    }
}
