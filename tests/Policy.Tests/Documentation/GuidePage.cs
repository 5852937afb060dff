namespace Policy.Tests.Documentation;

/// <summary>A page for authors of policies, whose examples are run.</summary>
/// <remarks>
/// What a fenced <c>yaml</c> block has behind it says what is true of it: a table of facts and verdicts, or a line that begins with <c>Wrong: `POL2006`</c>.
/// A block of JSON is a fact document for the tests that follow.
/// </remarks>
internal static class GuidePage
{
    private const string Fence = "```";

    /// <summary>The pages.</summary>
    public static IReadOnlyList<string> Files { get; } = ["policies/README.md", "policies/LANGUAGE.md"];

    /// <summary>The lines of a page.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Join(Repository.Root, file));

    /// <summary>The fenced blocks of a page, in their order.</summary>
    public static IEnumerable<GuideBlock> Blocks(string file)
    {
        var lines = Lines(file);
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, index + 1);
            var after = lines.Skip(end + 1).SkipWhile(line => line.Length == 0).TakeWhile(line => line.Length > 0).ToArray();
            yield return new GuideBlock(index + 1, lines[index][Fence.Length..], string.Join('\n', lines[(index + 1)..end]) + "\n", after);
            index = end;
        }
    }
}

/// <summary>A fenced block.</summary>
/// <param name="Line">The line of its opening fence, from 1.</param>
/// <param name="Kind">The word behind the fence.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="After">The paragraph or table behind it.</param>
internal sealed record GuideBlock(int Line, string Kind, string Text, string[] After)
{
    private const string WrongMark = "Wrong: `";

    /// <summary>The code that it is an example of; null if it is right.</summary>
    public string? Code => After is [{ } first, ..] && first.StartsWith(WrongMark, StringComparison.Ordinal) ? first[WrongMark.Length..].Split('`')[0] : null;

    /// <summary>The facts that it judges, each with the verdicts of its rules; empty if there is no table.</summary>
    public IEnumerable<(string Facts, string Verdicts)> Rows => After is ["| facts | verdict |", _, .. var rows] ? rows.Select(Row) : [];

    private static (string Facts, string Verdicts) Row(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return (cells[1].Trim('`'), cells[2]);
    }
}
