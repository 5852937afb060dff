using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Iommu.Log;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Confidential;

/// <summary>Whether the system is a guest into whose memory its hypervisor cannot look.</summary>
internal static class ConfidentialGuest
{
    private const string Tdx = "tdx";
    private const string SevSnp = "sev-snp";
    private const string TdxFlag = "tdx_guest";

    // Devices that the kernel registers in such guests only.
    private static readonly (string Device, string Kind)[] Devices = [("sev-guest", SevSnp), ("tdx_guest", Tdx)];
    private static readonly string[] RealmDevices = ["sys/devices/platform/arm-cca-dev", "sys/devices/platform/arm-rsi-dev"];

    private static readonly FactDescription Guest = FactDescription.Of(
        "cvm.guest",
        new StringType(["sev", "sev-es", SevSnp, Tdx, "protvirt", "cca"]),
        "How the guest's memory is kept from its hypervisor: AMD's SEV, Intel's TDX, IBM's Secure Execution (`protvirt`), ARM's realms (`cca`). "
            + "What the kernel sees, not a proof that could be sent to others. Absent: the system is known to be no such guest.",
        [
            "cpuid", ".policy/cpuid", MiscDevices.List, .. Devices.Select(item => $"{MiscDevices.Class}/{item.Device}/dev"), CpuInfo.File,
            .. KernelMessage.Sources, SecureExecution.GuestFile, .. RealmDevices,
        ]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("confidential-guest", new SingleFact(Guest, Look));

    private static Observation Look(Host host) => CpuInfo.Of(host).Content?.Family switch
    {
        CpuFamily.Mainframe => SecureExecution.Of(host, SecureExecution.GuestFile).Observe((isGuest, source) =>
            isGuest ? Answer.Of("protvirt", source) : new Absent(source)),
        CpuFamily.Arm => LookAtRealm(host),
        CpuFamily.X86 or CpuFamily.Other or null => LookAtX86(host),
        var other => new Unknown(UnknownCause.Unsupported, $"{CpuInfo.File}: not said for {other} processors"),
    };

    // A kernel before 6.13 cannot run in a realm, but nothing says that it is none.
    private static Observation LookAtRealm(Host host) => RealmDevices.Select(host.Root.Entry).OfType<Got<HostEntry>>().FirstOrDefault() is { } realm
        ? Answer.Of("cca", realm.Source)
        : new Unknown(UnknownCause.MissingSource, RealmDevices[0]);

    private static Observation LookAtX86(Host host)
    {
        var device = Devices.FirstOrDefault(item => MiscDevices.Minor(host, item.Device) is Got<int>);
        var (leaves, log) = (EncryptionLeaves.Kind(host), EncryptionLog.Kind(host));
        return (leaves, log, CpuFlags.X86(host)) switch
        {
            (Got<string> kind, _, _) => Answer.Of(kind.Value, kind.Source),
            _ when device.Kind is not null => Answer.Of(device.Kind, MiscDevices.List),
            (_, _, Got<IReadOnlySet<string>> flags) when flags.Value.Contains(TdxFlag) => Answer.Of(Tdx, flags.Source),
            (_, Got<string> kind, _) => Answer.Of(kind.Value, kind.Source),
            (Missing<string> none, _, _) => new Absent(none.Source),
            _ => leaves.Observe(Answer.Of),
        };
    }
}
