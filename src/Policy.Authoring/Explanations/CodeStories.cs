using System.Text;

namespace Policy.Authoring.Explanations;

/// <summary>The stories of the diagnostic codes: one embedded file each, <c>codes/POL2002.md</c>.</summary>
/// <remarks>
/// A file has paragraphs, a fenced wrong document, a line <c>at LINE:COLUMN</c> that says where the mistake stands, and a fenced right document. Behind the
/// opening of a fence stands what reads it: <c>yaml</c>, <c>bytes</c>, <c>facts</c>, <c>template</c> or <c>results</c>.
/// </remarks>
public static class CodeStories
{
    private const string Prefix = "codes/";
    private const string Ending = ".md";
    private const string Fence = "```";
    private const string At = "at ";

    /// <summary>The codes that have a story, in ordinal order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. typeof(CodeStories).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Ending.Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>The story of a code; null if it has none.</summary>
    public static CodeStory? Find(string code)
    {
        using var stream = typeof(CodeStories).Assembly.GetManifestResourceStream($"{Prefix}{code}{Ending}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Read(code, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// <summary>Reads the text of a story.</summary>
    /// <exception cref="FormatException">It is not of the form.</exception>
    internal static CodeStory Read(string code, string text)
    {
        var parts = text.Split($"\n{Fence}");
        if (parts.Length != 5 || parts[2].Trim() is not ['a', 't', ' ', ..] place)
        {
            throw new FormatException($"{code}: expected paragraphs, a wrong document, at LINE:COLUMN, and a right document");
        }

        var paragraphs = parts[0].Split("\n\n").Select(paragraph => paragraph.Trim().ReplaceLineEndings(" ")).Where(paragraph => paragraph.Length > 0);
        return new CodeStory(code, [.. paragraphs], Document(parts[1], place[At.Length..]), Document(parts[3], string.Empty));
    }

    private static StoryDocument Document(string fenced, string place)
    {
        var end = fenced.IndexOf('\n', StringComparison.Ordinal);
        var kind = Enum.TryParse<StoryKind>(fenced[..end], ignoreCase: true, out var known) ? known : throw new FormatException($"no reader for {fenced[..end]}");
        return new StoryDocument(kind, $"{fenced[(end + 1)..]}\n", place);
    }
}
