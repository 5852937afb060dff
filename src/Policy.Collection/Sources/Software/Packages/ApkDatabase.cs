using System.Text;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The database of Alpine's apk, apk-package(5): stanzas of lines that begin with a letter and a colon.</summary>
internal static class ApkDatabase
{
    /// <summary>The line of the table.</summary>
    public static readonly PackageManager Definition = new("apk", "apk", string.Join(", ", Files), Read) { Programs = ProgramOwners.OfApk };

    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 128 * 1024 * 1024;

    /// <summary>Where it can stand.</summary>
    public static string[] Files => ["lib/apk/db/installed", "usr/lib/apk/db/installed"];

    private static Reading<PackageMap> Read(HostRoot root)
    {
        foreach (var file in Files)
        {
            var reading = root.Bytes(file, MostBytes);
            if (reading is not Missing<byte[]>)
            {
                return reading.Then(bytes => new PackageMap(Parse(bytes), '.'));
            }
        }

        return new Missing<PackageMap>(Files[0]);
    }

    private static List<InstalledPackage> Parse(ReadOnlySpan<byte> text)
    {
        var packages = new List<InstalledPackage>();
        (string? Name, string? Version, string? Architecture) stanza = default;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = (end < 0 ? text : text[..end]).TrimEnd((byte)'\r');
            text = end < 0 ? [] : text[(end + 1)..];
            stanza = line switch
            {
                [(byte)'P', (byte)':', .. var value] => stanza with { Name = Encoding.UTF8.GetString(value) },
                [(byte)'V', (byte)':', .. var value] => stanza with { Version = Encoding.UTF8.GetString(value) },
                [(byte)'A', (byte)':', .. var value] => stanza with { Architecture = Encoding.UTF8.GetString(value) },
                [] => Close(packages, stanza),
                _ => stanza,
            };
        }

        Close(packages, stanza);
        return packages;
    }

    private static (string? Name, string? Version, string? Architecture) Close(
        List<InstalledPackage> packages,
        (string? Name, string? Version, string? Architecture) stanza)
    {
        if (stanza.Name is { Length: > 0 } name)
        {
            packages.Add(new InstalledPackage(name, stanza.Version is { Length: > 0 } version ? version : null, stanza.Architecture));
        }

        return default;
    }
}
