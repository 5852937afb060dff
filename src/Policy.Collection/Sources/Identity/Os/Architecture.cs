using Policy.Collection.Sources.Cpu;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>For which architecture the running kernel was built.</summary>
internal static class Architecture
{
    private const string KernelsOwn = "proc/sys/kernel/arch";
    private const string ByteOrder = "sys/kernel/cpu_byteorder";

    private static readonly string[] Programs = ["bin/sh", "usr/bin/env"];

    /// <summary>Where it is read.</summary>
    internal static readonly string[] Sources = ["uname(2)", "uname -m", KernelsOwn, CpuInfo.File, ByteOrder, .. Programs];

    private static readonly FactDescription Machine = FactDescription.Of(
        "cpu.architecture",
        new StringType(),
        "The kernel's architecture as `uname -m` prints it, such as `x86_64`, `aarch64`, `armv7l` or `ppc64le`. Programs may be of another. Never absent.",
        Sources);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "architecture",
        new SingleFact(Machine, host => Of(host).Observe((name, source) => Answer.Of(name, source))));

    /// <summary>The name; of a captured root without a recording only where its files leave no doubt.</summary>
    internal static Reading<string> Of(Host host) => host.Memory.Once("architecture", () => Find(host));

    private static Reading<string> Find(Host host)
    {
        if (host.Machine() is not Missing<string> and var machine)
        {
            return machine is Got<string> { Value: "" } ? new Failed<string>(UnknownCause.Malformed, "uname -m", "empty") : machine;
        }

        return host.Root.Value(KernelsOwn) is Got<string> { Value.Length: > 0 } own ? own : Derived(host);
    }

    private static Reading<string> Derived(Host host)
    {
        var info = CpuInfo.Of(host);
        var order = host.Root.Value(ByteOrder).Content;
        if (info is Got<CpuInfo> got && ArchitectureClues.Of(got.Value, order) is { } name)
        {
            return new Got<string>(name, got.Source);
        }

        // A kernel of 32 bits runs no programs of 64, while the reverse is common.
        var program = Programs
            .Select(path => host.Root.Bytes(path).Then(bytes => ElfMachine.Of(bytes)))
            .FirstOrDefault(reading => reading is Got<string?> { Value: not null });
        return program is null ? new Missing<string>(CpuInfo.File) : program.Then(found => found!);
    }
}
