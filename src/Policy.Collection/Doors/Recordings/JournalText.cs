using System.Text;

namespace Policy.Collection.Doors.Recordings;

/// <summary>Fields of a journal's lines: tab, line end and backslash are written with a backslash.</summary>
internal static class JournalText
{
    /// <summary>The field of a text.</summary>
    internal static string Escape(string text) => !text.AsSpan().ContainsAny('\t', '\n', '\\')
        ? text
        : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>The text of a field.</summary>
    internal static string Unescape(string field)
    {
        if (!field.Contains('\\', StringComparison.Ordinal))
        {
            return field;
        }

        var text = new StringBuilder(field.Length);
        for (var index = 0; index < field.Length; index++)
        {
            var isEscape = field[index] == '\\' && index + 1 < field.Length;
            _ = text.Append(!isEscape ? field[index] : field[++index] switch { 't' => '\t', 'n' => '\n', var other => other });
        }

        return text.ToString();
    }
}
