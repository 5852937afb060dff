using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity;

/// <summary>What the operating system says about itself: os-release(5).</summary>
internal static class OsRelease
{
    /// <summary>The file that counts.</summary>
    internal const string File = "etc/os-release";

    /// <summary>The file that counts if the first is not there; the two are never merged.</summary>
    internal const string VendorFile = "usr/lib/os-release";

    /// <summary>The assignments by their names; those without a value are left out.</summary>
    internal static Reading<IReadOnlyDictionary<string, string>> Of(Host host) => host.Memory.Once("os-release", () => Read(host.Root));

    /// <summary>One assignment; absent if the file is readable and does not have it.</summary>
    internal static Observation Find(Host host, string name, Func<string, string, Observation> answer) =>
        Of(host).Observe((values, source) => values.TryGetValue(name, out var value) ? answer(value, source) : new Absent(source));

    private static Reading<IReadOnlyDictionary<string, string>> Read(HostRoot root) => root.Lines(File) switch
    {
        Missing<string[]> => root.Lines(VendorFile) switch
        {
            Missing<string[]> => new Missing<IReadOnlyDictionary<string, string>>(File),
            var vendor => Parse(vendor),
        },
        var lines => Parse(lines),
    };

    private static Reading<IReadOnlyDictionary<string, string>> Parse(Reading<string[]> lines) => lines.Then(Parse) switch
    {
        Got<IReadOnlyDictionary<string, string>> { Value.Count: 0 } empty =>
            new Failed<IReadOnlyDictionary<string, string>>(UnknownCause.Malformed, empty.Source, "no assignment"),
        var values => values,
    };

    private static IReadOnlyDictionary<string, string> Parse(string[] lines)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && !line.StartsWith('#') && Unquote(line.AsSpan(equals + 1).Trim()) is { Length: > 0 } value)
            {
                values[line[..equals].Trim()] = value;
            }
        }

        return values;
    }

    // Some files hold blanks without quotes, which a shell would not read: everything up to the end of the line is meant.
    private static string Unquote(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('"' or '\'') || text[^1] != text[0])
        {
            return text.ToString();
        }

        return text[0] == '\'' ? text[1..^1].ToString() : Unescape(text[1..^1]);
    }

    private static string Unescape(ReadOnlySpan<char> text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var isEscape = text[index] == '\\' && index + 1 < text.Length && "\\\"'$`".Contains(text[index + 1], StringComparison.Ordinal);
            index = isEscape ? index + 1 : index;
            result.Append(text[index]);
        }

        return result.ToString();
    }
}
