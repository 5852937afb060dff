using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>The only active probe: <c>/dev/kvm</c> is opened and asked for an empty VM with one processor, and everything is closed at once.</summary>
internal static class KvmDoor
{
    private const string Device = "dev/kvm";

    /// <summary>The only version since Linux 2.6.22; api.rst of KVM says to go no further with another one.</summary>
    private const int ApiVersion = 12;

    /// <summary>All answers; asked once.</summary>
    internal static KvmAnswer Ask(Host host)
    {
        if (!host.IsLive || !host.Options.ProbeKvm)
        {
            var reason = host.IsLive ? "the probe is switched off" : "only a running host can be asked";
            return Nothing(new Failed<string>(UnknownCause.NotCollected, Device, reason));
        }

        return host.Memory.Once("kvm", () => AskDevice(host.Root));
    }

    private static KvmAnswer AskDevice(HostRoot root)
    {
        var (open, system) = DeviceDoor.Keep(root, Device);
        if (system < 0)
        {
            return Nothing(open);
        }

        try
        {
            return AskSystem(open, system);
        }
        finally
        {
            _ = FileCalls.Close(system);
        }
    }

    private static KvmAnswer AskSystem(Reading<string> open, int system)
    {
        var version = KvmCalls.Ask(system, KvmCalls.GetApiVersion);
        Reading<int> versions = version < 0 ? SystemError.ToReading<int>(-version, Device) : new Got<int>(version, Device);
        if (version != ApiVersion)
        {
            var refusal = new Failed<string>(UnknownCause.Unsupported, Device, version < 0 ? Errno.Name(-version) : $"API version {version}");
            return Nothing(refusal) with { Open = open, ApiVersion = versions };
        }

        var capabilities = AskCapabilities(system);
        var (createVm, createVcpu) = AskVm(system, capabilities[KvmCalls.ArmAddressSize]);
        return new KvmAnswer(open, versions, createVm, createVcpu, number => Capability(capabilities, number));
    }

    private static (Reading<string> CreateVm, Reading<string> CreateVcpu) AskVm(int system, int addressBits)
    {
        var vm = KvmCalls.Ask(system, KvmCalls.CreateVm);
        if (vm == -Errno.Invalid && addressBits > 0)
        {
            // An ARM processor with fewer than 40 address bits refuses the default type.
            vm = KvmCalls.Ask(system, KvmCalls.CreateVm, addressBits);
        }

        if (vm < 0)
        {
            var name = Errno.Name(-vm);
            return (new Got<string>(name, Device), new Failed<string>(UnknownCause.Unsupported, Device, $"no VM: {name}"));
        }

        var processor = KvmCalls.Ask(vm, KvmCalls.CreateVcpu);
        _ = processor >= 0 ? FileCalls.Close(processor) : 0;
        _ = FileCalls.Close(vm);
        return (new Got<string>(DeviceDoor.Ok, Device), new Got<string>(processor < 0 ? Errno.Name(-processor) : DeviceDoor.Ok, Device));
    }

    private static Dictionary<int, int> AskCapabilities(int system)
    {
        var answers = new Dictionary<int, int>();
        foreach (var number in KvmCalls.Capabilities)
        {
            answers.Add(number, KvmCalls.Ask(system, KvmCalls.CheckExtension, number));
        }

        return answers;
    }

    private static Reading<int> Capability(Dictionary<int, int> answers, int number) => answers.TryGetValue(number, out var answer)
        ? answer < 0 ? SystemError.ToReading<int>(-answer, Device) : new Got<int>(answer, Device)
        : new Failed<int>(UnknownCause.NotCollected, Device, $"capability {number}");

    // What is not open cannot be asked: the later answers carry the reason of the first.
    private static KvmAnswer Nothing(Reading<string> open)
    {
        var reason = open switch
        {
            Got<string> got => new Failed<string>(got.Value is "EACCES" or "EPERM" ? UnknownCause.Denied : UnknownCause.Unsupported, Device, got.Value),
            _ => open,
        };
        var number = reason.Then(_ => 0);
        return new KvmAnswer(open, number, reason, reason, _ => number);
    }
}
