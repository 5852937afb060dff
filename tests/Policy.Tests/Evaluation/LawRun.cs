using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Tests.Evaluation;

/// <summary>Judges hosts by bare conditions, through the same door as the program.</summary>
internal static class LawRun
{
    /// <summary>When the facts of every host were collected.</summary>
    public static readonly DateTimeOffset CollectedAt = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A policy with one rule for every condition.</summary>
    public static PolicyDocument Document(IEnumerable<Condition> conditions, params Definition[] definitions)
    {
        var about = new DocumentAbout("law", "1.0.0", ReaderText.None, ReaderText.None, [], new DocumentOrigin("law.yaml", "sha256:0"));
        var rules = conditions.Select((condition, index) => new Rule(
            new RuleAbout($"r{index}", ReaderText.None, RuleSeverity.Medium, ReaderText.None, [], LawConditions.Span), null, condition, null, [], []));
        return new PolicyDocument(about, [], [], [.. definitions], null, [.. rules]);
    }

    /// <summary>What a policy finds.</summary>
    public static IReadOnlyList<Finding> Findings(PolicyDocument document, LawFacts facts)
    {
        var run = Run(document);
        return run.Judge(Host(run, facts)).Policies[0].Findings;
    }

    /// <summary>A policy as it is applied.</summary>
    public static PolicyRun Run(PolicyDocument document) => new([new TailoredPolicy(document, PolicySettings.Default)], []);

    /// <summary>A host over the slots of a run.</summary>
    public static HostFacts Host(PolicyRun run, LawFacts facts) => new(new FactOrigin("h", CollectedAt, "law"), "sha256:0", [.. run.Slots.References.Select(facts.Observe)]);

    /// <summary>The truths of conditions.</summary>
    public static IReadOnlyList<Truth> Truths(LawFacts facts, params IEnumerable<Condition> conditions) =>
        [.. Findings(Document(conditions), facts).Select(finding => TruthOf(finding.Verdict))];

    /// <summary>The truth of what is required, by the verdict.</summary>
    public static Truth TruthOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass => Truth.True,
        Verdict.Fail => Truth.False,
        Verdict.Unknown => Truth.Unknown,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
