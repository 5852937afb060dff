namespace Policy.Collection;

/// <summary>The four registers after CPUID.</summary>
public readonly record struct CpuidRegisters(uint Eax, uint Ebx, uint Ecx, uint Edx);
