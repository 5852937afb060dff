using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Confidential;

/// <summary>Protected guests of IBM Z: <c>Documentation/virt/kvm/s390/s390-pv.rst</c>.</summary>
internal static class SecureExecution
{
    /// <summary>Whether the system is a protected guest.</summary>
    internal const string GuestFile = "sys/firmware/uv/prot_virt_guest";

    private const string HostFile = "sys/firmware/uv/prot_virt_host";

    // Principles of Operation: the ultravisor's calls.
    private const string Facility = "158";

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "secure-execution",
        Fact("secure_execution.host", "The system can run protected guests of IBM Z: the machine can, and the kernel got `prot_virt=1`.", HostFile),
        Fact("secure_execution.guest", "The system is a protected guest of IBM Z.", GuestFile));

    /// <summary>What a file of the ultravisor says; of other architectures and of machines without an ultravisor false.</summary>
    internal static Reading<bool> Of(Host host, string file) => ModuleParameter.Truth(host.Root, file) switch
    {
        Missing<bool> when IsOther(host) || IsTooOld(host) => new Got<bool>(false, CpuInfo.File),
        var reading => reading,
    };

    private static SingleFact Fact(string name, string what, string file) => new(
        FactDescription.Of(name, new BooleanType(), $"{what} Never absent; unknown of kernels before 5.12 on machines that could.", file, CpuInfo.File),
        host => Of(host, file).Observe(Answer.Of));

    private static bool IsOther(Host host) => CpuInfo.Of(host).Content is { Family: not (CpuFamily.Mainframe or CpuFamily.Other) };

    private static bool IsTooOld(Host host) =>
        CpuInfo.Of(host).Content?.All("facilities") is { Count: > 0 } lines && lines.All(line => !line.Split(' ').Contains(Facility));
}
