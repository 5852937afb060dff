using System.Text;
using Policy.Collection.Sources.Identity.Os;
using Policy.Collection.Sources.Iommu.Acpi;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Iommu;

/// <summary>IOMMUs in a device tree, by the Devicetree bindings of <c>iommu</c>.</summary>
internal static class DeviceTreeIommu
{
    /// <summary>Where the kernel shows it.</summary>
    internal const string Place = "proc/device-tree";

    /// <summary>What tells whether a tree names all IOMMUs.</summary>
    internal static readonly string[] Sources = [Place, "uname(2)", "uname -m", "proc/sys/kernel/arch", "proc/cpuinfo", "sys/kernel/cpu_byteorder", "bin/sh", "usr/bin/env"];

    /// <summary>Several times what the largest board has.</summary>
    private const int MostNodes = 20_000;

    /// <summary>Far deeper than any board.</summary>
    private const int MostLevels = 16;

    // Every IOMMU says how many numbers a device needs to name itself.
    private const string Mark = "#iommu-cells";

    /// <summary>Reads the tree; null if the machine has none.</summary>
    internal static Reading<FirmwareIommu>? Of(Host host)
    {
        if (host.Root.Names(Place) is not Got<string[]> { Value.Length: > 0 })
        {
            return null;
        }

        var units = new List<string>();
        var pending = new Stack<(string Path, int Level)>([(Place, 0)]);
        for (var count = 0; pending.TryPop(out var node); count++)
        {
            if (count >= MostNodes || node.Level >= MostLevels || host.Root.Names(node.Path) is not Got<string[]> names)
            {
                return new Failed<FirmwareIommu>(UnknownCause.Malformed, node.Path, "the device tree cannot be read to its end");
            }

            units.AddRange(names.Value.Contains(Mark) && IsEnabled(host.Root, node.Path) ? [node.Path] : []);
            foreach (var child in names.Value.Select(name => $"{node.Path}/{name}").Where(path => IsNode(host.Root, path)))
            {
                pending.Push((child, node.Level + 1));
            }
        }

        return Judge(host, units);
    }

    private static Reading<FirmwareIommu> Judge(Host host, List<string> units)
    {
        if (units.Count == 0)
        {
            // On POWER and others the bridges translate, and no node is marked.
            return IsMarking(host) ? new Got<FirmwareIommu>(FirmwareIommu.None, Place) : new Missing<FirmwareIommu>(Place);
        }

        var smmus = units.Select(unit => Version(host.Root, unit)).Where(version => version is not null).Select(version => version!);
        return new Got<FirmwareIommu>(new FirmwareIommu("device-tree", units.Count, Smmus: smmus.ToSequence()), Place);
    }

    private static bool IsMarking(Host host) =>
        Architecture.Of(host).Content is { } name && Array.Exists(["aarch64", "arm", "riscv"], start => name.StartsWith(start, StringComparison.Ordinal));

    // Only nodes with units have `@` in their names; the others have to be asked.
    private static bool IsNode(HostRoot root, string path) => root.Entry(path) is Got<HostEntry> { Value.Kind: HostEntryKind.Directory };

    private static bool IsEnabled(HostRoot root, string node) => Texts(root, $"{node}/status") is [] or ["okay" or "ok", ..];

    // Which version a maker's own name stands for is known of the common ones.
    private static string? Version(HostRoot root, string node) => Texts(root, $"{node}/compatible").Select(name => name switch
    {
        "arm,smmu-v3" => "v3",
        "arm,smmu-v2" or "arm,mmu-500" or "cavium,smmu-v2" => "v2",
        "arm,smmu-v1" or "arm,mmu-400" or "arm,mmu-401" => "v1",
        _ => null,
    }).FirstOrDefault(version => version is not null);

    private static string[] Texts(HostRoot root, string path) =>
        root.Bytes(path).Content is { } bytes ? Encoding.UTF8.GetString(bytes).Split(['\0', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];
}
