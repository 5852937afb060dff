using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Reporting.Results;

namespace Policy.Tests.Reporting;

/// <summary>Results made up for tests, without a policy file or a host.</summary>
internal static class Made
{
    private static readonly SourceSpan Nowhere = new("made.yaml", 1, 1, 1);

    /// <summary>When all of it happened.</summary>
    public static DateTimeOffset Then { get; } = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    /// <summary>A finding; its explanation is a test of the first piece of evidence.</summary>
    public static Finding Rule(string id, Verdict verdict, RuleSeverity severity = RuleSeverity.High, params ReadOnlySpan<Evidence> evidence)
    {
        var about = new RuleAbout(id, new ReaderText($"Title of {id}"), severity, new ReaderText($"Why of {id}."), [], Nowhere);
        var rule = new Rule(about, null, new ConstantCondition(Truth.True, Nowhere), null, [], []);
        return new Finding(rule, verdict, Test($"{id} holds", TruthOf(verdict), evidence.Length > 0 ? evidence[0] : null), Sequence.Create(evidence), [], null);
    }

    /// <summary>A node that asks a fact.</summary>
    public static Explanation Test(string text, Truth truth, Evidence? fact = null, params ReadOnlySpan<Explanation> items) =>
        new(ExplanationKind.Test, truth, text, fact, Sequence.Create(items));

    /// <summary>A node that combines others.</summary>
    public static Explanation Group(string text, Truth truth, params ReadOnlySpan<Explanation> items) =>
        new(ExplanationKind.Group, truth, text, null, Sequence.Create(items)) { Condition = text == "any of" ? new AnyCondition([], Nowhere) : new AllCondition([], Nowhere) };

    /// <summary>A text that was seen.</summary>
    public static Evidence Seen(string path, string value, string source = "proc/made") =>
        new(path, new Present(new StringValue(value), source), new StringType());

    /// <summary>A fact that could not be told.</summary>
    public static Evidence NotSeen(string path, UnknownCause cause, string detail = "") => new(path, new Unknown(cause, detail), new StringType());

    /// <summary>A fact that a readable source says is not there.</summary>
    public static Evidence Missing(string path, string source = "proc/made") => new(path, new Absent(source), new StringType());

    /// <summary>The conclusion of a policy.</summary>
    public static PolicyFindings Policy(string id, params ReadOnlySpan<Finding> findings)
    {
        var all = Sequence.Create(findings);
        var document = new PolicyDocument(About(id), [], [], [], null, [.. all.Select(finding => finding.Rule)]);
        return new PolicyFindings(document, null, Verdicts.Sum(all.Select(finding => finding.Verdict)), Score.Of(all), all);
    }

    /// <summary>A profile that holds policies itself.</summary>
    public static ProfileFindings Shape(string id, Verdict verdict, params ReadOnlySpan<int> policies) =>
        new(new ProfileDocument(About(id), []), verdict, Sequence.Create(policies));

    /// <summary>A profile that only holds profiles.</summary>
    public static ProfileFindings Umbrella(string id, Verdict verdict, Sequence<string> profiles, Sequence<int> policies) =>
        new(new ProfileDocument(About(id), [.. profiles.Select(profile => new ProfileEntry(profile, true, Tailoring.None, Nowhere))]), verdict, policies);

    /// <summary>A judged host.</summary>
    public static JudgedHost Host(string name, Sequence<ProfileFindings> profiles, params ReadOnlySpan<PolicyFindings> policies) =>
        new(new HostFindings(new FactOrigin(name, Then, "policy 0.1.0"), $"sha256:{new string('0', 64)}", profiles, Sequence.Create(policies)));

    /// <summary>A run.</summary>
    public static RunResults Run(params ReadOnlySpan<HostResult> hosts) => new("policy 0.1.0", Then, Sequence.Create(hosts));

    private static DocumentAbout About(string id) =>
        new(id, "1.0.0", new ReaderText($"Title of {id}"), new ReaderText($"Summary of {id}."), [], Origin(id));

    private static DocumentOrigin Origin(string id) => new($"{id}.yaml", $"sha256:{new string('1', 64)}");

    private static Truth TruthOf(Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Waived => Truth.True,
        Verdict.Unknown => Truth.Unknown,
        _ => Truth.False,
    };
}
