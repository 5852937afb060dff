using System.Security.Cryptography;
using System.Text;
using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;

namespace Policy.Core.Findings;

/// <summary>What makes two findings of one rule on one host the same: the facts that decided, each with what was seen of it.</summary>
public static class Fingerprint
{
    /// <summary>32 hexadecimal digits; the same for as long as the deciding facts are.</summary>
    /// <remarks>Of a waived finding that of the verdict beneath. A text, a title or a severity can change without a change of it.</remarks>
    public static string Of(Finding finding)
    {
        var verdict = finding.Acceptance?.Verdict ?? finding.Verdict;
        var facts = Deciding(finding.Explanation, TruthOf(verdict)).Select(Text).Distinct().Order(StringComparer.Ordinal);
        var text = string.Join('\n', facts.Prepend(verdict.Name()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }

    private static Truth TruthOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Truth.True,
        Verdict.Unknown => Truth.Unknown,
        _ => Truth.False,
    };

    // Under a negation the questions have the other truth; then all that were asked decide.
    private static List<Evidence> Deciding(Explanation explanation, Truth truth)
    {
        var tests = Tests(explanation).ToList();
        var deciding = tests.Where(test => test.Truth == truth).ToList();
        return [.. (deciding.Count > 0 ? deciding : tests).Select(test => test.Fact!)];
    }

    private static IEnumerable<Explanation> Tests(Explanation node) =>
        node.Kind == ExplanationKind.Test && node.Fact is not null ? [node] : node.Items.SelectMany(Tests);

    // Lengths keep apart what is joined: no text of a host can look like the end of another one.
    private static string Text(Evidence evidence) => evidence.Observation switch
    {
        Present present => Joined(evidence.Path, "present", FactText.Of(present.Value, evidence.Type)),
        Absent => Joined(evidence.Path, "absent"),
        Unknown unknown => Joined(evidence.Path, "unknown", unknown.Cause.Name()),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Joined(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{part.Length}:{part}");
        }

        return text.ToString();
    }
}
