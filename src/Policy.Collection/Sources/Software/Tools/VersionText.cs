using System.Buffers;

namespace Policy.Collection.Sources.Software.Tools;

/// <summary>Finds versions in texts.</summary>
internal static class VersionText
{
    /// <summary>What the numbers of a version are written with.</summary>
    public static readonly SearchValues<char> Numbers = SearchValues.Create("0123456789.");

    /// <summary>The upstream part of a package's version: without epoch, distribution's revision and repackaging.</summary>
    /// <remarks>
    /// <c>5:24.0.7-1~debian.12~bookworm</c> is 24.0.7, <c>20.10.24+dfsg1-1+b2</c> is 20.10.24, <c>1.24.2-r9</c> is 1.24.2, <c>8.0~rc2-1</c> stays 8.0~rc2.
    /// </remarks>
    public static string? Upstream(string? package)
    {
        var text = package.AsSpan();
        text = text[(text.IndexOf(':') + 1)..];
        text = text.LastIndexOf('-') is > 0 and var dash ? text[..dash] : text;
        text = text.IndexOf('+') is > 0 and var plus ? text[..plus] : text;
        if (text.IndexOf('~') is > 0 and var tilde && tilde + 1 < text.Length && char.IsAsciiDigit(text[tilde + 1]))
        {
            text = text[..tilde];
        }

        return !text.IsEmpty && char.IsAsciiDigit(text[0]) ? text.ToString() : null;
    }

    /// <summary>The first version in what a program prints: a word that begins with digits and a dot, a <c>v</c> or <c>go</c> before it allowed.</summary>
    public static string? FirstOf(string output)
    {
        foreach (var word in output.Split([' ', '\t', '\n', '\r', '"', ',', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var text = word.AsSpan();
            text = text.StartsWith("go") ? text[2..] : text.StartsWith('v') ? text[1..] : text;
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits > 0 && digits + 1 < text.Length && text[digits] == '.' && char.IsAsciiDigit(text[digits + 1]))
            {
                return text.ToString();
            }
        }

        return null;
    }

    /// <summary>The version of the folder above <c>bin</c>, where version managers put each version into a folder of its own.</summary>
    /// <returns>At least two dots' worth, such as 3.11.7 of <c>versions/3.11.7/bin/python3</c>; null if the folder does not name one.</returns>
    public static string? OfFolder(FoundProgram program, string tool)
    {
        if (!program.Folder.EndsWith("/bin", StringComparison.Ordinal))
        {
            return null;
        }

        var name = program.Prefix[(program.Prefix.LastIndexOf('/') + 1)..].AsSpan();
        name = name.StartsWith(tool, StringComparison.Ordinal) ? name[tool.Length..].TrimStart('-') : name;
        name = name.StartsWith('v') ? name[1..] : name;
        var length = name.IndexOfAnyExcept(Numbers);
        var version = length < 0 ? name : name[..length];
        return version.Count('.') >= 2 && char.IsAsciiDigit(version[0]) ? version.TrimEnd('.').ToString() : null;
    }

    /// <summary>The text between quotes behind a name, or the word behind it: <c>#define PY_VERSION "3.11.2"</c>, <c>JAVA_VERSION="17.0.15"</c>.</summary>
    /// <returns>Null if the file does not have the name at the start of a word.</returns>
    public static string? Behind(HostRoot root, string path, string name)
    {
        foreach (var line in root.Lines(path).Content ?? [])
        {
            var at = line.IndexOf(name, StringComparison.Ordinal);
            var after = at + name.Length;
            if (at >= 0 && after < line.Length && line[after] is ' ' or '\t' or '=' && (at == 0 || line[at - 1] is ' ' or '\t'))
            {
                var value = line.AsSpan(after).Trim(" \t=\"\r");
                var end = value.IndexOfAny(" \t\"");
                return (end < 0 ? value : value[..end]).ToString();
            }
        }

        return null;
    }

    /// <summary>The highest of the names in a folder that are versions with at least one dot.</summary>
    public static string? HighestIn(HostRoot root, string folder) => (root.Names(folder).Content ?? [])
        .Where(name => char.IsAsciiDigit(name[0]) && name.Contains('.', StringComparison.Ordinal))
        .Max(VersionOrder.Instance);
}
