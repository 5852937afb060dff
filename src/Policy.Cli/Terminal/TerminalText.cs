using System.Text;
using Policy.Reporting.Words;

namespace Policy.Cli.Terminal;

/// <summary>Collects lines for a terminal: wrapped to its width, coloured only where colour is wanted.</summary>
internal sealed class TerminalText(int width, bool hasColour)
{
    private readonly StringBuilder text = new();

    /// <summary>The words.</summary>
    public ReportWords Words { get; init; } = ReportWords.English;

    /// <summary>The lines so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>A word or phrase.</summary>
    public string Say(string key, params ReadOnlySpan<string> parts) => Words.Say(key, parts);

    /// <summary>A word at the left, with blanks behind it.</summary>
    /// <param name="key">The word.</param>
    /// <param name="cells">The least width.</param>
    public string Head(string key, int cells)
    {
        var word = Say(key);
        return word + new string(' ', Math.Max(1, cells - Plain.Cells(word)));
    }

    /// <summary>An empty line.</summary>
    public void Blank() => text.Append('\n');

    /// <summary>One line, harmless and not wrapped.</summary>
    public void Line(string line, Colour colour = Colour.None) => text.Append(Painted(Plain.Text(line), colour)).Append('\n');

    /// <summary>A heading of a line and the rest of it, wrapped below its own beginning.</summary>
    /// <param name="head">What stands at the left; painted.</param>
    /// <param name="body">What is wrapped beside it.</param>
    /// <param name="colour">The colour of the head.</param>
    public void Wrapped(string head, string body, Colour colour = Colour.None)
    {
        var indent = Plain.Cells(head);
        var room = Math.Max(20, width - indent);
        var isFirst = true;
        foreach (var line in TextWrap.Lines(Plain.Text(body), room))
        {
            text.Append(isFirst ? Painted(head, colour) : new string(' ', indent)).Append(line).Append('\n');
            isFirst = false;
        }
    }

    private string Painted(string line, Colour colour) => hasColour && colour != Colour.None ? $"\u001b[{(int)colour}m{line}\u001b[0m" : line;
}

/// <summary>Colours of a terminal, by their number in SGR sequences.</summary>
internal enum Colour
{
    /// <summary>The terminal's own.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Dim.</summary>
    Dim = 2,

    /// <summary>Bad.</summary>
    Red = 31,

    /// <summary>Good.</summary>
    Green = 32,

    /// <summary>Open.</summary>
    Yellow = 33,
}
