namespace Policy.Collection.Sources.Cpu;

/// <summary>Whose keys <c>proc/cpuinfo</c> has.</summary>
internal enum CpuFamily
{
    /// <summary>None that is known here.</summary>
    Other,

    /// <summary>x86 of 32 or 64 bits.</summary>
    X86,

    /// <summary>ARM of 32 or 64 bits.</summary>
    Arm,

    /// <summary>PowerPC and POWER.</summary>
    Power,

    /// <summary>IBM Z.</summary>
    Mainframe,

    /// <summary>RISC-V.</summary>
    RiscV,

    /// <summary>LoongArch.</summary>
    LoongArch,
}

/// <summary>Tells the families by keys that only one of them has.</summary>
internal static class CpuFamilies
{
    /// <summary>The family; a file may hold only a part of the usual lines.</summary>
    internal static CpuFamily Of(CpuInfo info) => info switch
    {
        _ when info.All("vendor_id").Contains("Tensilica") => CpuFamily.Other,
        _ when Has(info, "flags") || Has(info, "vmx flags") || Has(info, "cpuid level") => CpuFamily.X86,
        _ when Has(info, "CPU implementer") || Has(info, "CPU architecture") => CpuFamily.Arm,
        _ when info.All("vendor_id").Contains("IBM/S390") => CpuFamily.Mainframe,
        _ when info.All("revision").Any(text => text.Contains("(pvr ", StringComparison.Ordinal)) => CpuFamily.Power,
        _ when info.All("isa").Any(text => text.StartsWith("rv", StringComparison.Ordinal)) => CpuFamily.RiscV,
        _ when info.All("ISA").Any(text => text.StartsWith("loongarch", StringComparison.Ordinal)) => CpuFamily.LoongArch,
        _ => CpuFamily.Other,
    };

    /// <summary>The key of the line that lists what a processor can do, or null if the family has none.</summary>
    internal static string? FlagsKey(CpuFamily family) => family switch
    {
        CpuFamily.X86 => "flags",
        CpuFamily.Arm or CpuFamily.LoongArch => "Features",
        CpuFamily.Mainframe => "features",
        CpuFamily.RiscV => "isa",
        CpuFamily.Power or CpuFamily.Other => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool Has(CpuInfo info, string key) => info.All(key).Count > 0;
}
