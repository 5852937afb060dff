using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>Collects what is wrong with one document.</summary>
internal sealed class YamlComplaints(SourceText source)
{
    private readonly List<Diagnostic> items = [];
    private TextCursor cursor = new(source.File, source.Text);
    private int lastIndex;

    /// <summary>Whether nothing is wrong so far.</summary>
    public bool IsEmpty => items.Count == 0;

    /// <summary>Whether there are as many as anybody will read.</summary>
    public bool IsFull => items.Count >= YamlBudget.Complaints;

    /// <summary>Adds a complaint about a piece of the text.</summary>
    public void Add(DiagnosticCode code, int index, int length, string message, string? help = null)
    {
        if (index < lastIndex)
        {
            cursor = new TextCursor(source.File, source.Text);
        }

        lastIndex = index;
        Add(code, cursor.At(index, length), message, help);
    }

    /// <summary>Adds a complaint about a place.</summary>
    public void Add(DiagnosticCode code, SourceSpan span, string message, string? help = null) => Add(new Diagnostic(code, span, message, help));

    /// <summary>Adds a complaint.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (!IsFull)
        {
            items.Add(diagnostic);
        }
    }

    /// <summary>All of them in the order of the text.</summary>
    public Sequence<Diagnostic> InOrder() => items.OrderBy(item => item.Span.Line).ThenBy(item => item.Span.Column).ToSequence();
}
