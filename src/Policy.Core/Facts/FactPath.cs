using System.Diagnostics.CodeAnalysis;
using System.Text;
using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>The path of one fact, such as <c>cpu.flags</c> or <c>package(docker-ce).version</c>.</summary>
/// <param name="Names">The names before the key, or all names if there is no key: <c>[a-z][a-z0-9_]*</c>, at least one.</param>
/// <param name="Key">The text in parentheses, unescaped; null if there are none; <c>*</c> is the whole map.</param>
/// <param name="Fields">The names behind the key; empty without a key, because only the catalogue knows where the fact ends and its fields begin.</param>
/// <remarks>
/// <code>
/// path := root ("." field)*    root := name ("." name)+ | name ("." name)* "(" key ")"
/// name := [a-z][a-z0-9_]*      key  := any characters but ")" and line ends; "\)" stands for ")"
/// </code>
/// Equality is ordinal.
/// </remarks>
public sealed record FactPath(Sequence<string> Names, string? Key, Sequence<string> Fields)
{
    /// <summary>The key that stands for all keys of a map.</summary>
    public const string WholeMapKey = "*";

    /// <summary>Whether this is a whole map, such as <c>package(*)</c>.</summary>
    public bool IsWholeMap => Key == WholeMapKey;

    /// <summary>The names joined by dots: <c>kernel.config</c> for <c>kernel.config(KVM)</c>.</summary>
    public string Root => string.Join('.', Names);

    /// <summary>Reads a path from the text of a policy.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FactPath? path)
    {
        path = null;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var head = open < 0 ? text : text[..open];
        if (!TryNames(head, out var names) || (open < 0 && names.Count < 2))
        {
            return false;
        }

        if (open < 0)
        {
            path = new FactPath(names, null, []);
            return true;
        }

        if (!TryKey(text, open + 1, out var key, out var after) || !TryFields(text[after..], out var fields))
        {
            return false;
        }

        path = new FactPath(names, key, fields);
        return true;
    }

    /// <summary>Reads a path that stands in the program's own text.</summary>
    /// <exception cref="FormatException">The text is not a path.</exception>
    public static FactPath Parse(string text) => TryParse(text, out var path) ? path : throw new FormatException($"not a fact path: {text}");

    /// <summary>Reads the fields of a relative path such as <c>.version</c>, or nothing from an empty text.</summary>
    public static bool TryFields(string text, out Sequence<string> fields)
    {
        fields = [];
        return text.Length == 0 || (text[0] == '.' && TryNames(text[1..], out fields));
    }

    /// <summary>Whether a text is a name: <c>[a-z][a-z0-9_]*</c>.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    /// <summary>As it is written in a policy.</summary>
    public override string ToString()
    {
        if (Key is null)
        {
            return Root;
        }

        var text = new StringBuilder(Root).Append('(').Append(Key.Replace(")", "\\)", StringComparison.Ordinal)).Append(')');
        foreach (var field in Fields)
        {
            text.Append('.').Append(field);
        }

        return text.ToString();
    }

    private static bool TryNames(string text, out Sequence<string> names)
    {
        var parts = text.Split('.');
        names = Array.TrueForAll(parts, IsName) ? [.. parts] : [];
        return names.Count > 0;
    }

    private static bool TryKey(string text, int start, out string key, out int after)
    {
        var read = new StringBuilder();
        for (after = start; after < text.Length && text[after] is not (')' or '\n' or '\r'); after++)
        {
            if (text[after] == '\\' && after + 1 < text.Length && text[after + 1] == ')')
            {
                after++;
            }

            read.Append(text[after]);
        }

        key = read.ToString();
        return after < text.Length && text[after++] == ')' && key.Length > 0;
    }
}
