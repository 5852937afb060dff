using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Kvm;

public class KvmLiveTests
{
    private static readonly string[] Groups = ["kvm", "vhost", "tun", "acpi", "iommu", "dmar", "ivrs", "pci"];

    [Fact]
    public void The_running_machine_gets_an_answer_for_every_fact()
    {
        var host = new Host(HostRoot.Live, new HostCommands(HostRoot.Live), new HostOptions(ProbeKvm: false));
        var sources = FactSources.Everything.Where(source => source.Facts.All(fact => Groups.Contains(fact.Path.Names[0]))).ToArray();

        var observed = sources.SelectMany(source => source.Read(host, Demand.Everything([]))).ToArray();

        Assert.Equal(sources.SelectMany(source => source.Facts).Select(fact => fact.Path).ToSequence(), observed.Select(fact => fact.Path).ToSequence());
        Assert.All(observed, fact => Assert.False(fact.Observation is Unknown { Cause: UnknownCause.Malformed }, fact.ToString()));
    }
}
