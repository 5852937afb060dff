using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Policy.Tests.Collection.Cpu;

/// <summary>The registers of the first processor of a dump of libcpuid, as <c>.policy/cpuid</c> records them.</summary>
internal static partial class CpuidDump
{
    /// <summary>Null if the dump has another form.</summary>
    public static string? Read(string file)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var lines = new StringBuilder();
        while (text.ReadLine() is { } line)
        {
            var match = Line().Match(line);
            if (match is { Success: true } && match.Groups["leaf"].Value == "00000000" && lines.Length > 0)
            {
                break;
            }

            if (match.Success)
            {
                var subleaf = match.Groups["sub"].Success ? int.Parse(match.Groups["sub"].Value, CultureInfo.InvariantCulture) : 0;
                lines.Append(CultureInfo.InvariantCulture, $"{match.Groups["leaf"].Value} {subleaf:x} {match.Groups["registers"].Value.Replace('-', ' ')}\n");
            }
        }

        return lines.Length == 0 ? null : lines.ToString();
    }

    [GeneratedRegex(@"^CPUID (?<leaf>[0-9A-F]{8}): (?<registers>[0-9A-F]{8}(-[0-9A-F]{8}){3})(.*\[SL (?<sub>\d+)\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
