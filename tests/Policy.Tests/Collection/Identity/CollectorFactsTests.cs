using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Identity;

public class CollectorFactsTests
{
    [Fact]
    public void The_collector_is_the_recorded_user()
    {
        using var host = new ForgedHost()
            .With(".policy/user", "uid=1000(me) gid=1000(me) groups=1000(me),104,7\n")
            .With("etc/group", "kvm:x:104:me\nme:x:1000:\n");

        Assert.Equal("1000", Observed.Text(host.Look("collector.uid")));
        Assert.Equal("[me, kvm, 7]", Observed.Text(host.Look("collector.groups")));
    }

    [Theory]
    [InlineData("CapEff:\t0000000000000000\n", "[]")]
    [InlineData("CapEff:\t0000000000200001\n", "[chown, sys_admin]")]
    [InlineData("CapEff:\t8000018000000000\n", "[bpf, checkpoint_restore, 63]")]
    [InlineData("CapEff:\tzz\n", "unknown malformed")]
    [InlineData("Name:\tcat\n", "unknown missing-source")]
    public void Capabilities_have_names(string status, string expected)
    {
        using var host = new ForgedHost().With("proc/self/status", status);

        Assert.Equal(expected, Observed.Text(host.Look("collector.capabilities")));
    }

    [Fact]
    public void Only_variables_that_are_asked_for_are_told_and_without_credentials()
    {
        using var host = new ForgedHost().With(".policy/environment", "PROXY=http://me:secret@proxy:3128\nTOKEN=1\n");

        Assert.Equal("http://proxy:3128", Observed.Text(host.Look("env(PROXY)")));
        Assert.Equal("absent", Observed.Text(host.Look("env(NONE)")));
        Assert.Equal("{}...", Observed.Text(host.Look("env(*)")));
    }

    [Fact]
    public void A_root_without_recordings_knows_nothing_of_its_collector()
    {
        using var host = new ForgedHost();

        Assert.Equal("unknown not-collected", Observed.Text(host.Look("collector.uid")));
        Assert.Equal("unknown not-collected", Observed.Text(host.Look("env(PATH)")));
        Assert.Equal("unknown missing-source", Observed.Text(host.Look("collector.capabilities")));
    }

    [Fact]
    public void Every_wanted_fact_comes_once_and_no_other()
    {
        using var folder = new TemporaryFolder();
        var root = HostRoot.OfFolder(folder.Path);
        var demand = Demand.Of([FactPath.Parse("host.kind"), FactPath.Parse("os.id")]);

        var facts = FactSources.Everything.SelectMany(source => source.Read(new Host(root, new HostCommands(root), new HostOptions()), demand));

        Assert.Equal(["os.id", "host.kind"], facts.Select(fact => fact.Path.ToString()));
    }
}
