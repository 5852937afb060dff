using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Confidential;

/// <summary>AMD's guests with encrypted memory: what the processor can, what KVM has enabled, and for how many guests.</summary>
internal static class SevFacts
{
    private const string Parameters = "sys/module/kvm_amd/parameters";

    /// <summary>AMD64 Architecture Programmer's Manual, volume 3, Fn8000_001F.</summary>
    private const uint EncryptionLeaf = 0x8000001f;

    private static readonly SevFeature Plain = new(1, "sev");
    private static readonly SevFeature State = new(3, "sev_es");
    private static readonly SevFeature Paging = new(4, "sev_snp");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "sev",
        Processor("sev.cpu", Plain, "can encrypt the memory of guests (SEV)"),
        Processor("sev.cpu_es", State, "can encrypt the registers of guests too (SEV-ES)"),
        Processor("sev.cpu_snp", Paging, "can protect guests from changes of their memory (SEV-SNP)"),
        Enabled("sev.kvm", Plain, "SEV"),
        Enabled("sev.es", State, "SEV-ES"),
        Enabled("sev.snp", Paging, "SEV-SNP"),
        Count("sev.asids", "sev", "How many guests with SEV alone can run at a time.", registers => (decimal)registers.Ecx - Math.Max(registers.Edx, 1) + 1),
        Count("sev.es_asids", "sev_es", "How many guests with SEV-ES or SEV-SNP can run at a time.", registers => (decimal)registers.Edx - 1));

    /// <summary>Whether the processor says that it can encrypt the memory of guests; guests whose memory is encrypted see that too.</summary>
    internal static Reading<bool> CanEncrypt(Host host) => Bit(host, Plain);

    private static SingleFact Processor(string name, SevFeature feature, string what) => new(
        FactDescription.Of(
            name,
            new BooleanType(),
            $"The processor {what}. That firmware and kernel allow it is another question. Never absent.",
            "cpuid",
            ".policy/cpuid",
            CpuInfo.File),
        host => OnProcessor(host, feature).Observe((value, source) => Answer.Of(value, source)));

    private static SingleFact Enabled(string name, SevFeature feature, string what) => new(
        FactDescription.Of(
            name,
            new BooleanType(),
            $"KVM offers {what} to guests; how many there can be is another question. Never absent; unknown while KVM's part for AMD is not loaded.",
            $"{Parameters}/{feature.Name}",
            CpuInfo.File,
            "cpuid",
            ".policy/cpuid"),
        host => LookAtEnabled(host, feature));

    private static SingleFact Count(string name, string key, string what, Func<CpuidRegisters, decimal> count) => new(
        FactDescription.Of(
            name,
            new NumberType(),
            $"{what} Never absent; 0 where there can be none. Of kernels that do not count it, how firmware has divided what the processor has.",
            MiscCapacity.File,
            MiscCapacity.OlderFile,
            "cpuid",
            ".policy/cpuid",
            CpuInfo.File),
        host => LookAtCount(host, key, count));

    private static Reading<bool> Bit(Host host, SevFeature feature) => host.Cpuid(EncryptionLeaf) switch
    {
        Got<CpuidRegisters> got => new Got<bool>(((got.Value.Eax >> feature.Bit) & 1) != 0, got.Source),
        Missing<CpuidRegisters> none => new Got<bool>(false, none.Source),
        var reading => reading.Then(_ => false),
    };

    // A flag that is not there may have been taken away by a kernel whose firmware does not allow it.
    private static Reading<bool> OnProcessor(Host host, SevFeature feature) => (Bit(host, feature), CpuFlags.X86(host)) switch
    {
        (Got<bool> said, _) => said,
        (_, Got<IReadOnlySet<string>> flags) when flags.Value.Contains(feature.Name) => new Got<bool>(true, flags.Source),
        _ when CpuMakers.IsNoAmd(host) => new Got<bool>(false, CpuInfo.File),
        var (reading, _) => reading,
    };

    // KVM asks the flag first.
    private static Observation LookAtEnabled(Host host, SevFeature feature)
    {
        var parameter = ModuleParameter.Truth(host.Root, $"{Parameters}/{feature.Name}");
        return (parameter, CpuFlags.X86(host), OnProcessor(host, feature)) switch
        {
            (Missing<bool>, Got<IReadOnlySet<string>> flags, _) when !flags.Value.Contains(feature.Name) => Answer.Of(false, flags.Source),
            (Missing<bool>, _, Got<bool> { Value: false } no) => Answer.Of(false, no.Source),
            _ => parameter.Observe(Answer.Of),
        };
    }

    private static Observation LookAtCount(Host host, string key, Func<CpuidRegisters, decimal> count) => MiscCapacity.Of(host, key) switch
    {
        Got<decimal> capacity => Answer.Of(capacity.Value, capacity.Source),
        var reading => (OnProcessor(host, Plain), host.Cpuid(EncryptionLeaf)) switch
        {
            (Got<bool> { Value: false } no, _) => Answer.Of(0, no.Source),
            (_, Got<CpuidRegisters> got) => Answer.Of(Math.Max(count(got.Value), 0), got.Source),
            _ => reading.Observe((number, source) => Answer.Of(number, source)),
        },
    };

    /// <summary>A part of SEV.</summary>
    /// <param name="Bit">Its bit in EAX of the leaf.</param>
    /// <param name="Name">The kernel's flag, and KVM's parameter.</param>
    private readonly record struct SevFeature(int Bit, string Name);
}
