using System.Collections.Frozen;

namespace Policy.Collection.Sources.Cpu;

/// <summary>The cores of the ARM architecture that servers, boards and phones have.</summary>
internal static class ArmCores
{
    /// <summary>Arm's own designs by part number.</summary>
    internal static readonly FrozenDictionary<int, string> Designs = new Dictionary<int, string>
    {
        [0x926] = "ARM926",
        [0xb36] = "ARM1136",
        [0xb56] = "ARM1156",
        [0xb76] = "ARM1176",
        [0xb02] = "ARM11-MPCore",
        [0xc05] = "Cortex-A5",
        [0xc07] = "Cortex-A7",
        [0xc08] = "Cortex-A8",
        [0xc09] = "Cortex-A9",
        [0xc0d] = "Cortex-A17",
        [0xc0e] = "Cortex-A17",
        [0xc0f] = "Cortex-A15",
        [0xd01] = "Cortex-A32",
        [0xd02] = "Cortex-A34",
        [0xd03] = "Cortex-A53",
        [0xd04] = "Cortex-A35",
        [0xd05] = "Cortex-A55",
        [0xd06] = "Cortex-A65",
        [0xd07] = "Cortex-A57",
        [0xd08] = "Cortex-A72",
        [0xd09] = "Cortex-A73",
        [0xd0a] = "Cortex-A75",
        [0xd0b] = "Cortex-A76",
        [0xd0c] = "Neoverse-N1",
        [0xd0d] = "Cortex-A77",
        [0xd0e] = "Cortex-A76AE",
        [0xd40] = "Neoverse-V1",
        [0xd41] = "Cortex-A78",
        [0xd42] = "Cortex-A78AE",
        [0xd43] = "Cortex-A65AE",
        [0xd44] = "Cortex-X1",
        [0xd46] = "Cortex-A510",
        [0xd47] = "Cortex-A710",
        [0xd48] = "Cortex-X2",
        [0xd49] = "Neoverse-N2",
        [0xd4a] = "Neoverse-E1",
        [0xd4b] = "Cortex-A78C",
        [0xd4c] = "Cortex-X1C",
        [0xd4d] = "Cortex-A715",
        [0xd4e] = "Cortex-X3",
        [0xd4f] = "Neoverse-V2",
        [0xd80] = "Cortex-A520",
        [0xd81] = "Cortex-A720",
        [0xd82] = "Cortex-X4",
        [0xd83] = "Neoverse-V3AE",
        [0xd84] = "Neoverse-V3",
        [0xd85] = "Cortex-X925",
        [0xd87] = "Cortex-A725",
        [0xd8e] = "Neoverse-N3",
    }.ToFrozenDictionary();

    /// <summary>The designs of others by implementer and part number.</summary>
    internal static readonly FrozenDictionary<(int Implementer, int Part), string> Others = new Dictionary<(int Implementer, int Part), string>
    {
        [(0x42, 0x516)] = "ThunderX2",
        [(0x43, 0x0a0)] = "ThunderX",
        [(0x43, 0x0a1)] = "ThunderX-88XX",
        [(0x43, 0x0a2)] = "ThunderX-81XX",
        [(0x43, 0x0a3)] = "ThunderX-83XX",
        [(0x43, 0x0af)] = "ThunderX2-99xx",
        [(0x46, 0x001)] = "A64FX",
        [(0x48, 0xd01)] = "TaiShan-v110",
        [(0x48, 0xd02)] = "TaiShan-v120",
        [(0x4e, 0x000)] = "Denver",
        [(0x4e, 0x003)] = "Denver 2",
        [(0x4e, 0x004)] = "Carmel",
        [(0x50, 0x000)] = "X-Gene",
        [(0x51, 0xc00)] = "Falkor",
        [(0x51, 0xc01)] = "Saphira",
        [(0xc0, 0xac3)] = "Ampere-1",
        [(0xc0, 0xac4)] = "Ampere-1a",
    }.ToFrozenDictionary();
}
