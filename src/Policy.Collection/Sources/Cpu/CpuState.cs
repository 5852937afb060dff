using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>What the kernel makes of the processors: <c>Documentation/ABI/testing/sysfs-devices-system-cpu</c>.</summary>
internal static class CpuState
{
    private const string VulnerabilitiesFolder = $"{CpuNumbers.Folder}/vulnerabilities";
    private const string SmtControl = $"{CpuNumbers.Folder}/smt/control";

    private static readonly RecordType Vulnerability = new(
    [
        new FactField("name", new StringType(), "The kernel's name for it, such as `spectre_v2`"),
        new FactField("status", new StringType(), "`Not affected`, or a text that begins with `Mitigation:` or `Vulnerable`"),
    ]);

    private static readonly FactDescription Vulnerabilities = FactDescription.Of(
        "cpu.vulnerabilities",
        new ListType(Vulnerability),
        "The weaknesses of processors that the running kernel knows, and what it does about them; those that it does not list it does not know. Never absent.",
        VulnerabilitiesFolder);

    private static readonly FactDescription Smt = FactDescription.Of(
        "cpu.smt",
        new StringType(),
        "Whether cores may run several threads: `on`, `off`, `forceoff`, `notsupported`, `notimplemented` or a number of threads. Never absent.",
        SmtControl);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-state",
        new SingleFact(Vulnerabilities, host => host.Root.Names(VulnerabilitiesFolder).Observe((names, source) => Answer.Of(names.Select(name => Describe(host.Root, name)), source))),
        new SingleFact(Smt, host => host.Root.Value(SmtControl).Observe((text, source) => text.Length > 0 ? Answer.Of(text, source) : new Unknown(UnknownCause.Malformed, source))));

    private static Observation Describe(HostRoot root, string name) => Answer.Of(
        string.Empty,
        ("name", Answer.Of(name)),
        ("status", root.Value($"{VulnerabilitiesFolder}/{name}").Observe((text, _) => Answer.Of(text))));
}
