using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Prose;

namespace Policy.Reporting.Results;

/// <summary>The tree of an explanation as lines: each question with its answer, and below it what was seen.</summary>
public static class ExplanationText
{
    /// <summary>The lines from the root on.</summary>
    /// <param name="root">The explanation.</param>
    /// <param name="parameters">The values of parameters.</param>
    /// <param name="language">The language of the questions.</param>
    public static IEnumerable<MarkedLine> Lines(Explanation root, IReadOnlyDictionary<string, FactValue> parameters, Language language) =>
        new ExplanationProse(language, parameters).Tree(root).SelectMany(line => Node(line, language));

    private static IEnumerable<MarkedLine> Node(ExplanationLine line, Language language)
    {
        var node = line.Node;
        var isInline = node.Fact is not null && node.Condition is null;
        Truth? answer = node.Kind == ExplanationKind.Operand ? null : node.Truth;
        yield return new MarkedLine(line.Depth, answer, Mark(answer), isInline ? language.Say("colon", line.Text, EvidenceText.Of(node.Fact!, language)) : line.Text);
        if (node.Fact is { } fact && !isInline)
        {
            yield return new MarkedLine(line.Depth + 1, null, string.Empty, language.Say("colon", fact.Path, EvidenceText.Of(fact, language)));
        }
    }

    private static string Mark(Truth? answer) => answer switch
    {
        Truth.True => "✓ ",
        Truth.False => "✗ ",
        Truth.Unknown => "? ",
        _ => "= ",
    };
}

/// <summary>A line of an explanation.</summary>
/// <param name="Depth">How deep it stands, from 0.</param>
/// <param name="Answer">The truth of a question; null for what was seen.</param>
/// <param name="Mark">What stands before it: <c>✓</c>, <c>✗</c> or <c>?</c> with a blank, <c>=</c> for an operand; empty for what was seen.</param>
/// <param name="Text">The words.</param>
public sealed record MarkedLine(int Depth, Truth? Answer, string Mark, string Text);
