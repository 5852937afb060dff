using System.Text;

namespace Policy.Collection.Sources.Kernel;

/// <summary>The text of a kernel configuration.</summary>
/// <param name="text">The bytes of the file, unpacked.</param>
internal sealed class KernelConfig(byte[] text)
{
    private const string NotSet = "n";

    /// <summary>The version in the header; null if there is none.</summary>
    /// <remarks><c># Linux/x86_64 6.12.0-55.el10 Kernel Configuration</c>, before Linux 3.0 <c># Linux kernel version: 2.6.32</c>.</remarks>
    internal string? Version { get; } = FindVersion(text);

    /// <summary>Whether it sets an option at all: an empty or foreign file says nothing about any option.</summary>
    internal bool IsConfiguration => Entries().Any();

    /// <summary>The value of an option: <c>n</c> if it is not set, a text without its quotes; null if it is never mentioned.</summary>
    /// <param name="option">With or without <c>CONFIG_</c>.</param>
    internal string? Find(string option)
    {
        var name = Encoding.UTF8.GetBytes(option.StartsWith("CONFIG_", StringComparison.Ordinal) ? option : $"CONFIG_{option}");
        for (var start = text.AsSpan().IndexOf(name); start >= 0;)
        {
            if (ValueAt(start, name.Length) is { } value)
            {
                return value;
            }

            var next = text.AsSpan(start + 1).IndexOf(name);
            start = next < 0 ? -1 : start + 1 + next;
        }

        return null;
    }

    /// <summary>Every option that it mentions, without <c>CONFIG_</c>, with its value, in its order.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Entries()
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Array.IndexOf(text, (byte)'\n', start);
            end = end < 0 ? text.Length : end;
            if (EntryIn(text.AsSpan(start, end - start).TrimEnd((byte)'\r')) is { } entry)
            {
                yield return entry;
            }

            start = end + 1;
        }
    }

    private static KeyValuePair<string, string>? EntryIn(ReadOnlySpan<byte> line)
    {
        var isNotSet = line.StartsWith("# CONFIG_"u8) && line.EndsWith(" is not set"u8);
        var body = isNotSet ? line[2..] : line;
        var end = body.IndexOf(isNotSet ? (byte)' ' : (byte)'=');
        return body.StartsWith("CONFIG_"u8) && end > 7
            ? KeyValuePair.Create(Encoding.UTF8.GetString(body[7..end]), isNotSet ? NotSet : Unquote(Encoding.UTF8.GetString(body[(end + 1)..])))
            : null;
    }

    private static string? FindVersion(ReadOnlySpan<byte> text)
    {
        foreach (var line in Encoding.UTF8.GetString(text[..Math.Min(text.Length, 1024)]).EnumerateLines())
        {
            switch (line.ToString().Split(' '))
            {
                case ["#", _, var version, "Kernel", "Configuration"]:
                    return version;
                case ["#", "Linux", "kernel", "version:", var version]:
                    return version;
            }
        }

        return null;
    }

    // Where the line ends is looked for only at its start: a file may be one long line that is full of names.
    private string? ValueAt(int start, int length)
    {
        var before = text.AsSpan(0, start);
        var isComment = before.EndsWith("# "u8) && IsLineStart(before[..^2]);
        if (!isComment && !IsLineStart(before))
        {
            return null;
        }

        var after = text.AsSpan(start + length);
        var end = after.IndexOf((byte)'\n');
        var rest = (end < 0 ? after : after[..end]).TrimEnd((byte)'\r');
        return (isComment, rest.StartsWith("="u8), rest.SequenceEqual(" is not set"u8)) switch
        {
            (false, true, _) => Unquote(Encoding.UTF8.GetString(rest[1..])),
            (true, _, true) => NotSet,
            _ => null,
        };
    }

    private static bool IsLineStart(ReadOnlySpan<byte> before) => before.IsEmpty || before[^1] == '\n';

    private static string Unquote(string value) => value is ['"', .., '"']
        ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal)
        : value;
}
