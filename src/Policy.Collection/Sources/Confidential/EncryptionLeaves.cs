using System.Text;
using Policy.Collection.Sources.Identity.Virtualization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Confidential;

/// <summary>What the CPUID instruction says to a guest of the protection of its memory.</summary>
internal static class EncryptionLeaves
{
    private const string Instruction = "cpuid";
    private const uint TdxLeaf = 0x21;
    private const uint PrivilegesLeaf = 0x40000003;
    private const uint IsolationLeaf = 0x4000000c;
    private const int IsolationBit = 22;
    private const uint IsolationMask = 0xf;

    /// <summary>The kind of guest; missing if it is none for sure, failed if that cannot be told.</summary>
    internal static Reading<string> Kind(Host host) => (OfTdx(host), OfMicrosoft(host), HypervisorSignature.Bit(host), SevFacts.CanEncrypt(host)) switch
    {
        (Got<string> tdx, _, _, _) => tdx,
        (_, Got<string> isolated, _, _) => isolated,
        (_, _, Got<bool> { Value: false } bare, _) => new Missing<string>(bare.Source),
        (Missing<string>, Missing<string>, _, Got<bool> { Value: false } no) => new Missing<string>(no.Source),
        (Failed<string> failed, _, _, _) => failed,
        (_, Failed<string> failed, _, _) => failed,
        (_, _, _, Failed<bool> failed) => failed.Then(_ => string.Empty),
        _ => new Failed<string>(UnknownCause.MissingSource, Instruction, "whether the memory is encrypted"),
    };

    // The words stand in EBX, EDX, ECX.
    private static Reading<string> OfTdx(Host host) => host.Cpuid(TdxLeaf) switch
    {
        Got<CpuidRegisters> got when Text(got.Value.Ebx, got.Value.Edx, got.Value.Ecx) == "IntelTDX    " => new Got<string>("tdx", got.Source),
        Got<CpuidRegisters> got => new Missing<string>(got.Source),
        var reading => reading.Then(_ => string.Empty),
    };

    // Microsoft's hypervisor can hide the encryption from the kernel, and then says so itself.
    private static Reading<string> OfMicrosoft(Host host)
    {
        var isMicrosoft = HypervisorSignature.Text(host) is Got<string> { Value: HypervisorSignature.Microsoft };
        var isIsolated = isMicrosoft ? host.Cpuid(PrivilegesLeaf).Then(registers => ((registers.Ebx >> IsolationBit) & 1) != 0) : new Missing<bool>(Instruction);
        return isIsolated switch
        {
            Got<bool> { Value: true } => OfIsolation(host.Cpuid(IsolationLeaf)),
            Got<bool> no => new Missing<string>(no.Source),
            _ => isIsolated.Then(_ => string.Empty),
        };
    }

    private static Reading<string> OfIsolation(Reading<CpuidRegisters> leaf) => leaf.Then(registers => registers.Ebx & IsolationMask) switch
    {
        Got<uint> { Value: 2 } snp => new Got<string>("sev-snp", snp.Source),
        Got<uint> { Value: 3 } tdx => new Got<string>("tdx", tdx.Source),
        Got<uint> other => new Missing<string>(other.Source),
        var reading => reading.Then(_ => string.Empty),
    };

    private static string Text(params ReadOnlySpan<uint> words)
    {
        var letters = new StringBuilder();
        foreach (var word in words)
        {
            letters.Append((char)(word & 0xff)).Append((char)((word >> 8) & 0xff)).Append((char)((word >> 16) & 0xff)).Append((char)(word >> 24));
        }

        return letters.ToString();
    }
}
