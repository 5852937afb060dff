using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>The complaints about one document; of several about one place the first is kept, because the others follow from it. Behind the thousandth nothing is kept.</summary>
internal sealed class Complaints
{
    /// <summary>More than anybody will read.</summary>
    private const int Most = 1_000;
    private readonly List<Diagnostic> items = [];
    private readonly HashSet<(string File, int Line, int Column)> places = [];

    /// <summary>Whether nothing was found that forbids the use of the document.</summary>
    public bool IsFine => !items.Exists(item => item.Code.Severity == DiagnosticSeverity.Error);

    /// <summary>Whether there are so few complaints that it is worth the time to look for what was meant.</summary>
    public bool IsPatient => items.Count < YamlBudget.Complaints;

    /// <summary>The name that was meant; null if nothing is near, or behind many complaints.</summary>
    public Advice? Nearest(YamlScalar scalar, IEnumerable<string> known) => IsPatient ? Advice.Nearest(scalar, known) : null;

    /// <summary>Adds a complaint.</summary>
    public void Add(DiagnosticCode code, SourceSpan span, string message, Advice? advice = null) =>
        Add(new Diagnostic(code, span, message, advice?.Text) { Fix = advice?.Fix });

    /// <summary>Adds a complaint of another stage.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (items.Count < Most && places.Add((diagnostic.Span.File, diagnostic.Span.Line, diagnostic.Span.Column)))
        {
            items.Add(diagnostic);
        }
    }

    /// <summary>The complaints in the order of the text.</summary>
    public Sequence<Diagnostic> InOrder() =>
        items.OrderBy(item => item.Span.File, StringComparer.Ordinal).ThenBy(item => item.Span.Line).ThenBy(item => item.Span.Column).ToSequence();
}
