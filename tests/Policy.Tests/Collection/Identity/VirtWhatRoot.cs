using System.Globalization;
using System.Text;

namespace Policy.Tests.Collection.Identity;

/// <summary>Makes a captured root of a test case of virt-what: its files, and what its programs print.</summary>
internal static class VirtWhatRoot
{
    public static ForgedHost Of(string folder)
    {
        var host = new ForgedHost();
        var root = Path.Join(folder, "root");
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            host.With(Path.GetRelativePath(root, file), File.ReadAllBytes(file));
        }

        host.With(".policy/commands/dmidecode", File.ReadAllBytes(Path.Join(folder, "dmidecode.txt")));
        host.With(".policy/commands/uname -m", File.ReadAllBytes(Path.Join(folder, "uname-m.txt")));
        var signature = File.ReadAllBytes(Path.Join(folder, "cpuid-leaf.txt"));
        return signature.Length == 0 ? host : host.With(".policy/cpuid", Leaf(0x40000000, Encoding.Latin1.GetString(signature).TrimEnd('\n')));
    }

    /// <summary>The line of a leaf in which a hypervisor signs.</summary>
    public static string Leaf(uint leaf, string signature)
    {
        var bytes = Encoding.Latin1.GetBytes(signature.PadRight(12, '\0'));
        var registers = Enumerable.Range(0, 3).Select(index => BitConverter.ToUInt32(bytes, index * 4).ToString("x8", CultureInfo.InvariantCulture));
        return $"{leaf:x8} 0 {leaf:x8} {string.Join(' ', registers)}\n";
    }
}
