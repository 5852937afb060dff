using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Prose;
using Policy.Core.Rules;
using Policy.Reporting.Results;

namespace Policy.Cli.Terminal;

/// <summary>One finding that is not a pass: what was expected, what was observed and where, and what to do.</summary>
internal static class FindingText
{
    /// <summary>How many questions of a rule are shown.</summary>
    private const int MostTests = 4;

    /// <summary>How many deciding elements of a list are shown.</summary>
    private const int MostElements = 3;

    /// <summary>How much of a value is shown.</summary>
    private const int MostCharacters = 120;

    public static void Write(TerminalText text, FindingGroup group)
    {
        var finding = group.Finding;
        var (head, colour) = group.Verdict switch
        {
            Verdict.Fail => ("fail", Colour.Red),
            Verdict.Warn => ("warn", Colour.Yellow),
            _ => ("unknown", Colour.Yellow),
        };
        text.Wrapped(text.Head($"terminal.head.{head}", 10), text.Words.Language.Of(finding.Rule.About.Title), colour);
        text.Line($"          {group.Policy}/{finding.Rule.Id}  {text.Say($"severity.{finding.Rule.About.Severity.Name()}")}{Age(text, finding)}", Colour.Dim);
        if (finding.BecauseOf.Count > 0)
        {
            text.Wrapped(text.Head("terminal.because", 10), text.Say("terminal.because_of", string.Join(", ", finding.BecauseOf)));
        }

        // In English as policies write it.
        var prose = text.Words.Language == Language.English ? null : new ExplanationProse(text.Words.Language, group.Chosen.ToDictionary(item => item.Parameter.Name, item => item.Value, StringComparer.Ordinal));
        foreach (var test in Decisive(finding.Explanation, group.Verdict == Verdict.Unknown ? Truth.Unknown : Truth.False).Take(MostTests))
        {
            text.Wrapped(text.Head("terminal.expected", 12), prose?.TextOf(test) ?? test.Text);
            text.Wrapped(text.Head("terminal.observed", 12), Observed(text, test));
        }

        if (finding.BecauseOf.Count == 0)
        {
            Remedy(text, finding.Remedy);
        }

        text.Blank();
    }

    private static string Age(TerminalText text, Finding finding) => finding.Age switch
    {
        FindingAge.New => $"  {text.Say("terminal.new")}",
        FindingAge.Known => $"  {text.Say("terminal.known_one")}",
        _ => string.Empty,
    };

    private static void Remedy(TerminalText text, Remedy? remedy)
    {
        if (remedy is null)
        {
            return;
        }

        text.Wrapped(text.Head("terminal.fix", 12), $"{text.Words.Language.Of(remedy.Text)}{(remedy.Effort is { } effort ? $" [{text.Say($"effort.{effort.Name()}")}]" : string.Empty)}");
        foreach (var command in remedy.Run)
        {
            text.Line($"            $ {command}");
        }
    }

    // Of a list or map, the elements that decided.
    private static string Observed(TerminalText text, Explanation test)
    {
        var elements = test.Items.Where(item => item.Kind == ExplanationKind.Element).Take(MostElements).Select(element => Element(text, element)).ToList();
        return elements.Count > 0 && test.Fact!.Observation is Present present
            ? $"{string.Join("; ", elements)}{From(text, present.Source)}"
            : Observed(text, test.Fact!);
    }

    private static string Element(TerminalText text, Explanation element)
    {
        var facts = Tests(element).Select(test => Observed(text, test.Fact!)).Distinct().ToList();
        return facts.Count > 0 ? $"{element.Text}: {string.Join(", ", facts)}" : element.Text;
    }

    private static string Observed(TerminalText text, Evidence evidence) => evidence.Observation switch
    {
        Present present => $"{ValueText.Of(present.Value, evidence.Type, MostCharacters)}{From(text, present.Source)}",
        Absent absent => $"{text.Say("observed.absent")}{From(text, absent.Source)}",
        Unknown unknown => $"{text.Say("observed.unknown", text.Say($"unknown.{unknown.Cause.Name()}"))}{(unknown.Detail.Length > 0 ? $", {unknown.Detail}" : string.Empty)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string From(TerminalText text, string source) => source.Length > 0 ? $"  {text.Say("terminal.from", source)}" : string.Empty;

    // The questions that have the rule's own truth; under a negation all that were asked.
    private static List<Explanation> Decisive(Explanation explanation, Truth truth)
    {
        var tests = Tests(explanation).DistinctBy(test => test.Text).ToList();
        var decisive = tests.Where(test => test.Truth == truth).ToList();
        return decisive.Count > 0 ? decisive : tests;
    }

    private static IEnumerable<Explanation> Tests(Explanation node) => node.Kind == ExplanationKind.Test && node.Fact is not null
        ? [node]
        : node.Items.SelectMany(Tests);
}
