using Policy.Cli.Terminal;
using Policy.Core.Prose;

namespace Policy.Cli.Explanations;

/// <summary>A page of explanation: titles with what stands below them, in one language.</summary>
internal sealed class Sheet(Language language)
{
    private const int Step = 2;
    private readonly TerminalText text = new(TerminalWindow.Width, TerminalWindow.HasColour);

    /// <summary>The language.</summary>
    public Language Language { get; } = language;

    /// <summary>The page.</summary>
    public override string ToString() => text.ToString().TrimEnd('\n');

    /// <summary>The first line of a page: what is explained.</summary>
    public void Head(string line) => text.Line(line, Colour.Bold);

    /// <summary>A paragraph.</summary>
    public void Paragraph(string body) => text.Wrapped(string.Empty, body);

    /// <summary>An empty line.</summary>
    public void Blank() => text.Blank();

    /// <summary>The title of a section, behind an empty line.</summary>
    /// <param name="key">The key of its phrase, such as <c>title.why</c>.</param>
    /// <param name="parts">What the phrase is filled with.</param>
    public void Title(string key, params ReadOnlySpan<string> parts)
    {
        text.Blank();
        text.Line(Plain.Text(Language.Say(key, parts)), Colour.Bold);
    }

    /// <summary>A line of a section.</summary>
    /// <param name="body">The line.</param>
    /// <param name="depth">How deep it stands, from 0.</param>
    /// <param name="mark">What stands in front of it, such as <c>- </c>.</param>
    /// <param name="colour">The colour of the mark.</param>
    public void Entry(string body, int depth = 0, string mark = "", Colour colour = Colour.None) =>
        text.Wrapped($"{new string(' ', Step * (depth + 1))}{mark}", body, colour);

    /// <summary>An outline.</summary>
    public void Outline(IEnumerable<ProseLine> lines)
    {
        foreach (var line in lines)
        {
            Entry(line.Text, line.Depth, "- ");
        }
    }

    /// <summary>Text as it is, not wrapped.</summary>
    public void Verbatim(string block)
    {
        foreach (var line in block.TrimEnd('\n').Split('\n'))
        {
            text.Line($"    {line}");
        }
    }

    /// <summary>A section with one text, if there is one.</summary>
    public void Section(string key, string body)
    {
        if (body.Length > 0)
        {
            Title(key);
            Entry(body);
        }
    }

    /// <summary>An author's text in the language of the page, or in English.</summary>
    public string Say(Core.Rules.ReaderText authored) => Language.Of(authored);
}
