using System.Buffers;
using Policy.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Policy.Authoring.Yaml;

/// <summary>Pulls the events of the parser one by one; the only place that sees its exceptions.</summary>
internal sealed class YamlEvents : IDisposable
{
    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n:-?,[{");
    private readonly string text;
    private readonly YamlComplaints complaints;
    private readonly BudgetedText input;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly Stack<ParsingEvent> open = [];
    private long lastEnd;

    public YamlEvents(string text, YamlComplaints complaints)
    {
        (this.text, this.complaints) = (text, complaints);
        input = new BudgetedText(text);
        scanner = new Scanner(input);
        parser = new Parser(scanner);
    }

    /// <summary>The event that was pulled last; null before the first, after the last, and where reading has stopped.</summary>
    public ParsingEvent? Current { get; private set; }

    /// <summary>Whether the rest of the document will not be read.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Pulls the next event.</summary>
    /// <returns>Whether there is one; where there is none before the end of the text, a complaint says why.</returns>
    public bool Next()
    {
        lastEnd = Math.Clamp(Current?.End.Index ?? 0, lastEnd, text.Length);
        Current = null;
        if (!IsBroken && !complaints.IsFull)
        {
            input.BeginStep();
            var problem = Pull();
            if (input.IsExceeded)
            {
                Refuse(DiagnosticCodes.Budget, (int)lastEnd + Separators(text.AsSpan((int)lastEnd)), "a scalar or comment is longer than 1 MiB");
            }
            else if (problem is not null)
            {
                Refuse(problem);
            }
        }

        IsBroken |= complaints.IsFull;
        return Current is not null;
    }

    /// <summary>Complains and reads no more.</summary>
    public void Refuse(DiagnosticCode code, int index, string message, string? help = null)
    {
        complaints.Add(code, index, 1, message, help);
        (Current, IsBroken) = (null, true);
    }

    /// <inheritdoc/>
    public void Dispose() => input.Dispose();

    /// <summary>The parser throws what it likes on hostile text (wrong arguments, empty queues): all of it means that the text is not YAML.</summary>
    private Exception? Pull()
    {
        try
        {
            Current = parser.MoveNext() ? parser.Current : null;
            Track();
            return null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Current = null;
            return problem;
        }
    }

    private void Track()
    {
        if (Current is MappingStart or SequenceStart)
        {
            open.Push(Current);
        }
        else if (Current is MappingEnd or SequenceEnd)
        {
            open.Pop();
        }
    }

    private void Refuse(Exception problem)
    {
        var isInBrackets = open.TryPeek(out var start) && start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
        var words = YamlSyntax.Of(problem, isInBrackets ? $"{start!.Start.Line}:{start.Start.Column}" : null);
        var isTag = problem.Message.Contains(" tag", StringComparison.Ordinal);
        Refuse(isTag ? DiagnosticCodes.Tag : DiagnosticCodes.Syntax, Place(problem), words.Message, words.Help);
    }

    /// <summary>The place of the exception, else of the scanner, if it lies behind the last event; about tabs the parser tells the place of something before.</summary>
    private int Place(Exception problem)
    {
        var start = problem is YamlException known ? known.Start.Index : scanner.CurrentPosition.Index;
        if (start >= lastEnd)
        {
            return (int)Math.Min(start, text.Length);
        }

        var tab = problem.Message.Contains("tab", StringComparison.Ordinal) ? text.IndexOf('\t', (int)lastEnd) : -1;
        return tab < 0 ? (int)lastEnd : tab;
    }

    /// <summary>How much stands between the end of an event and the next scalar, keys of block mappings apart.</summary>
    private static int Separators(ReadOnlySpan<char> rest) =>
        rest[..Math.Min(rest.Length, YamlBudget.ScalarBytes)].IndexOfAnyExcept(Between) is var index and > 0 ? index : 0;
}
