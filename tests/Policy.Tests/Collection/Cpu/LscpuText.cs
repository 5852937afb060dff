using System.Globalization;
using Policy.Collection.Sources.Cpu;

namespace Policy.Tests.Collection.Cpu;

/// <summary>What lscpu(1) printed of a machine, as the facts that say the same.</summary>
internal sealed class LscpuText
{
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        ["CPU(s)"] = "cpu.logical",
        ["Vendor ID"] = "cpu.vendor",
        ["CPU family"] = "cpu.family",
        ["Model"] = "cpu.model",
        ["Stepping"] = "cpu.stepping",
        ["Microcode version"] = "cpu.microcode",
        ["Thread(s) per core"] = "cpu.threads_per_core",
        ["Core(s) per socket"] = "cpu.cores_per_socket",
        ["Socket(s)"] = "cpu.sockets",
        ["NUMA node(s)"] = "numa.nodes",
    };

    private readonly ILookup<string, string> values;

    public LscpuText(string text) => values = text.Split('\n').TakeWhile((line, index) => index == 0 || line.Length > 0)
        .Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2).ToLookup(parts => parts[0].Trim(), parts => parts[1].Trim());

    /// <summary>The facts and what they must be; of a machine with several kinds of cores without those that differ.</summary>
    public IEnumerable<(string Fact, string Expected)> Expected() =>
    [
        .. values.Where(line => Facts.ContainsKey(line.Key) && line.Count() == 1 && !IsDivided(line.Key)).Select(line => (Facts[line.Key], line.Single())),
        .. Single("On-line CPU(s) list").Select(list => ("cpu.online", Count(list))),
        .. Names().Select(name => ("cpu.model_name", name)),
        .. Flags().Select(flags => ("cpu.flags", flags)),
        .. Virtualization().Select(name => ("cpu.virtualization", name)),
        .. values.Where(line => line.Key.StartsWith("NUMA node", StringComparison.Ordinal) && line.Key.EndsWith(" CPU(s)", StringComparison.Ordinal))
            .Select(line => ($"numa.node({line.Key["NUMA node".Length..^" CPU(s)".Length]})", Count(line.Single()))),
        .. Caches().Select(caches => ("cpu.caches", caches)),
        .. Vulnerabilities().Select(list => ("cpu.vulnerabilities", list)),
    ];

    private IEnumerable<string> Single(string key) => values[key].Take(1);

    // A dash stands for a name that lscpu does not know.
    private IEnumerable<string> Names() =>
        values["Model name"].ToArray() is { Length: > 0 } names && !names.Contains("-") ? [string.Join(" + ", names.Distinct().Order(StringComparer.Ordinal))] : [];

    private IEnumerable<string> Flags() => values["Flags"].Take(1).Select(flags => string.Join(' ', flags.Split(' ').Distinct().Order(StringComparer.Ordinal)));

    private IEnumerable<string> Virtualization() => Single("Virtualization").Select(name => name == "VT-x" ? "vmx" : "svm").DefaultIfEmpty(IsX86 ? "absent" : "unknown unsupported");

    private bool IsX86 => values["Vendor ID"].Any(name => name is "GenuineIntel" or "AuthenticAMD");

    // lscpu counts the caches of processors that are switched off too, and reads those of IBM Z from another file.
    private IEnumerable<string> Caches() => HasOffline || values["Machine type"].Any() || !values["L1d cache"].Any()
        ? []
        : [string.Join(", ", values.Where(line => line.Key.EndsWith(" cache", StringComparison.Ordinal)).OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => $"{line.Key[..^6]}: {line.Single().TrimEnd('s', ')')}"))];

    // lscpu divides where it should count.
    private bool IsDivided(string key) => key == "Core(s) per socket" && HasOffline;

    private bool HasOffline => values["Off-line CPU(s) list"].Any();

    private IEnumerable<string> Vulnerabilities()
    {
        var all = values.Where(line => line.Key.StartsWith("Vulnerability ", StringComparison.Ordinal)).Select(line => CpuAnswers.WithoutMarks(line.Single())).Order(StringComparer.Ordinal).ToArray();
        return all.Length == 0 ? [] : [string.Join(", ", all)];
    }

    private static string Count(string list) => CpuList.Parse(list)!.Length.ToString(CultureInfo.InvariantCulture);
}
