namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>Single settings of TOML files, by their lines.</summary>
internal static class TomlLines
{
    /// <summary>The value of a key in the tables that are meant, without quotes; the last one counts; null if none has it.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="isMeant">Whether a table is meant, by the text between its brackets; the beginning of the file is the empty text.</param>
    /// <param name="key">The key.</param>
    public static string? Find(IEnumerable<string> lines, Func<string, bool> isMeant, string key)
    {
        var table = string.Empty;
        string? found = null;
        foreach (var line in lines.Select(line => line.Trim()))
        {
            if (line is ['[', ..])
            {
                table = line.Split('#')[0].Trim(' ', '[', ']');
            }
            else if (line.StartsWith(key, StringComparison.Ordinal) && line.AsSpan(key.Length).TrimStart() is ['=', .. var value] && isMeant(table))
            {
                found = Unquote(value.Trim());
            }
        }

        return found;
    }

    private static string Unquote(ReadOnlySpan<char> value)
    {
        if (value is [('"' or '\'') and var quote, .. var rest])
        {
            var end = rest.IndexOf(quote);
            return (end < 0 ? rest : rest[..end]).ToString();
        }

        var comment = value.IndexOf('#');
        return (comment < 0 ? value : value[..comment]).TrimEnd().ToString();
    }
}
