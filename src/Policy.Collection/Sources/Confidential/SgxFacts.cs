using Policy.Collection.Sources.Cpu;
using Policy.Collection.Sources.Kvm;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Confidential;

/// <summary>Intel's enclaves, parts of programs that the system cannot look into: <c>Documentation/arch/x86/sgx.rst</c>.</summary>
internal static class SgxFacts
{
    private const string Instruction = "cpuid";
    private const string Recording = ".policy/cpuid";
    private const string Device = "sgx_enclave";

    private const uint FeaturesLeaf = 7;
    private const uint EnclaveLeaf = 0x12;
    private const int SgxBit = 2;
    private const int LaunchControlBit = 30;
    private const uint FirstSection = 2;
    private const uint LastSection = 64;
    private const uint TypeMask = 0xf;
    private const uint LowMask = 0xfffff000;
    private const uint HighMask = 0xfffff;

    private static readonly FactDescription Processor = FactDescription.Of(
        "sgx.cpu",
        new BooleanType(),
        "The processor can run enclaves. Without memory for them, `sgx.epc_bytes`, firmware keeps them off. Never absent.",
        Instruction,
        Recording,
        CpuInfo.File);

    private static readonly FactDescription LaunchControl = FactDescription.Of(
        "sgx.flc",
        new BooleanType(),
        "The system may choose whose enclaves start (flexible launch control), without which Linux starts none. Never absent.",
        Instruction,
        Recording,
        CpuInfo.File);

    private static readonly FactDescription Memory = FactDescription.Of(
        "sgx.epc_bytes",
        new NumberType(FactUnit.Size),
        "The memory that firmware has set aside for enclaves. Never absent; 0 where there is none.",
        Instruction,
        Recording,
        MiscCapacity.File,
        MiscCapacity.OlderFile,
        CpuInfo.File);

    private static readonly FactDescription Enabled = FactDescription.Of(
        "sgx.enabled",
        new BooleanType(),
        "The running kernel offers enclaves to programs, whether a node /dev/sgx_enclave leads to them or not. Never absent.",
        MiscDevices.List,
        $"{MiscDevices.Class}/{Device}/dev");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "sgx",
        new SingleFact(Processor, host => OnProcessor(host).Observe(Answer.Of)),
        new SingleFact(LaunchControl, host => Feature(host, registers => registers.Ecx >> LaunchControlBit, "sgx_lc").Observe(Answer.Of)),
        new SingleFact(Memory, LookAtMemory),
        new SingleFact(Enabled, LookAtEnabled));

    private static Reading<bool> Feature(Host host, Func<CpuidRegisters, uint> bit, string flag) => (host.Cpuid(FeaturesLeaf), CpuFlags.X86(host)) switch
    {
        (Got<CpuidRegisters> got, _) => new Got<bool>((bit(got.Value) & 1) != 0, got.Source),
        (Missing<CpuidRegisters> none, _) => new Got<bool>(false, none.Source),
        (_, Got<IReadOnlySet<string>> flags) when flags.Value.Contains(flag) => new Got<bool>(true, flags.Source),
        _ when CpuMakers.IsNoIntel(host) => new Got<bool>(false, CpuInfo.File),
        var (reading, _) => reading.Then(_ => false),
    };

    private static Reading<bool> OnProcessor(Host host) => Feature(host, registers => registers.Ebx >> SgxBit, "sgx");

    private static Observation LookAtMemory(Host host) => (OnProcessor(host), Sections(host), MiscCapacity.Of(host, "sgx_epc")) switch
    {
        (Got<bool> { Value: false } none, _, _) => Answer.Of(0, none.Source),
        (_, Got<decimal> sum, _) => Answer.Of(sum.Value, sum.Source),
        (_, _, Got<decimal> { Value: > 0 } capacity) => Answer.Of(capacity.Value, capacity.Source),
        var (_, sections, _) => sections.Observe(Answer.Of),
    };

    // A section with another type than 0 is valid; the first invalid one ends them.
    private static Reading<decimal> Sections(Host host)
    {
        decimal sum = 0;
        for (var section = FirstSection; section <= LastSection; section++)
        {
            var reading = host.Cpuid(EnclaveLeaf, section);
            if (reading is not Got<CpuidRegisters> { Value: var registers } || (registers.Eax & TypeMask) == 0)
            {
                return reading is Missing<CpuidRegisters> none ? new Got<decimal>(0, none.Source) : reading.Then(_ => sum);
            }

            sum += ((ulong)(registers.Edx & HighMask) << 32) | (registers.Ecx & LowMask);
        }

        return new Got<decimal>(sum, Instruction);
    }

    private static Observation LookAtEnabled(Host host) => MiscDevices.Minor(host, Device) switch
    {
        Got<int> minor => Answer.Of(true, minor.Source),
        Missing<int> list => Answer.Of(false, list.Source),
        var failure => failure.Observe((_, _) => throw new System.Diagnostics.UnreachableException()),
    };
}
