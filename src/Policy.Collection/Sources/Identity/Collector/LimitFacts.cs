using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Collector;

/// <summary>The collector's own limits: getrlimit(2), proc_pid_limits(5).</summary>
internal static class LimitFacts
{
    private const string Place = "proc/self/limits";
    private const string Unlimited = "unlimited";

    // As the kernel labels them, by the name that setrlimit(2) and limits.conf(5) have for them.
    private static readonly (string Name, string Label)[] Labels =
    [
        ("as", "Max address space"),
        ("core", "Max core file size"),
        ("cpu", "Max cpu time"),
        ("data", "Max data size"),
        ("fsize", "Max file size"),
        ("locks", "Max file locks"),
        ("memlock", "Max locked memory"),
        ("msgqueue", "Max msgqueue size"),
        ("nice", "Max nice priority"),
        ("nofile", "Max open files"),
        ("nproc", "Max processes"),
        ("rss", "Max resident set"),
        ("rtprio", "Max realtime priority"),
        ("rttime", "Max realtime timeout"),
        ("sigpending", "Max pending signals"),
        ("stack", "Max stack size"),
    ];

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new KeyedFact(
        FactDescription.Of(
            "collector.limit(*)",
            new MapType("name", new RecordType(
            [
                new FactField("soft", new NumberType(), "what holds now, in bytes, seconds, microseconds or pieces; absent: unlimited"),
                new FactField("hard", new NumberType(), "up to where the collector may raise it; absent: unlimited"),
            ])),
            "The limits of the collector's own process, by setrlimit(2)'s names such as `nofile`, `nproc` and `memlock`; those of a service can be "
                + "others, and the program itself raises the soft `nofile` to the hard one. Absent: there is no such limit.",
            Place),
        host => host.Root.Lines(Place).Observe(Parse)).Source("collector-limits");

    private static Observation Parse(string[] lines, string source)
    {
        var limits = Array.ConvertAll(Labels, item => KeyValuePair.Create(item.Name, Limit(lines, item.Label, source)));
        return Array.TrueForAll(limits, limit => limit.Value is Unknown)
            ? new Unknown(UnknownCause.Malformed, source)
            : new Present(new MapValue(new FactMap(limits), IsComplete: true), source);
    }

    private static Observation Limit(string[] lines, string label, string source)
    {
        var line = Array.Find(lines, text => text.StartsWith($"{label} ", StringComparison.Ordinal));
        return line?[label.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, var hard, ..]
            ? Answer.Of(string.Empty, ("soft", Number(soft, source)), ("hard", Number(hard, source)))
            : new Unknown(UnknownCause.Malformed, $"{source}: {label}");
    }

    private static Observation Number(string text, string source) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? Answer.Of(number)
        : text == Unlimited ? new Absent() : new Unknown(UnknownCause.Malformed, source);
}
