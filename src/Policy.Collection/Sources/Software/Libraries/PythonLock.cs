using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>The lock file of pipenv, and the requirements of pip as far as they pin.</summary>
internal static class PythonLock
{
    /// <summary>Of pipenv: what programs need, and what developers need.</summary>
    public static readonly LockFile Pipfile = new("Pipfile.lock", bytes => JsonLock.Read(bytes, OfPipenv));

    /// <summary>A list of wishes, of which those with <c>==</c> are pinned; what they need in turn it does not name.</summary>
    public static readonly LockFile Requirements = new("requirements.txt", OfPip) { IsComplete = _ => false };

    private static readonly string[] Groups = ["default", "develop"];

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>The name under which the registry knows a library: in small letters, each run of dots, dashes and underscores one dash.</summary>
    public static string Normalize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (letter is not ('-' or '_' or '.'))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
            else if (text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        return text.ToString();
    }

    private static List<LockedLibrary>? OfPipenv(JsonElement root)
    {
        if (JsonLock.Member(root, "_meta") is null)
        {
            return null;
        }

        var groups = Groups.Select(name => JsonLock.Member(root, name)).OfType<JsonElement>();
        return [.. groups
            .SelectMany(group => group.EnumerateObject())
            .Select(item => new LockedLibrary(item.Name, JsonLock.Text(item.Value, "version") is ['=', '=', .. var version] ? version.TrimStart('=') : null))];
    }

    private static List<LockedLibrary>? OfPip(byte[] bytes) => bytes.Contains((byte)0)
        ? null
        : [.. Encoding.UTF8.GetString(bytes).Split('\n').Select(Requirement).OfType<LockedLibrary>()];

    // `name[extra]==1.2.3 ; marker --hash=…  # comment`
    private static LockedLibrary? Requirement(string line)
    {
        var text = line.AsSpan().Trim(" \t\r\uFEFF");
        var length = text.IndexOfAnyExcept(NameLetters);
        var name = length < 0 ? text : text[..length];
        if (name.IsEmpty || !char.IsAsciiLetterOrDigit(name[0]))
        {
            return null;
        }

        var rest = text[name.Length..].TrimStart();
        rest = rest.StartsWith('[') ? rest[(rest.IndexOf(']') + 1)..].TrimStart() : rest;
        return new LockedLibrary(name.ToString(), rest.StartsWith("==") ? Pinned(rest.TrimStart('=').TrimStart()) : null, IsTop: true);
    }

    // A second comparison after a comma, or a star, allows several versions.
    private static string? Pinned(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" \t;#\\");
        var version = end < 0 ? text : text[..end];
        return version.IsEmpty || version.ContainsAny('*', ',') ? null : version.ToString();
    }
}
