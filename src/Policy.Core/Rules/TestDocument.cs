using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Rules;

/// <summary>Checked tests of one policy.</summary>
/// <param name="Policy">The id of the policy.</param>
/// <param name="Hosts">The named fact documents, each after the one that it changes.</param>
/// <param name="Cases">What is expected, in the order of the text; at least one.</param>
/// <param name="Source">File and digest of the text.</param>
public sealed record TestDocument(NamedSpan Policy, Sequence<TestHost> Hosts, Sequence<TestCase> Cases, DocumentOrigin Source) : SourceDocument
{
    /// <inheritdoc/>
    public override DocumentOrigin Origin => Source;
}

/// <summary>A fact document with a name.</summary>
/// <param name="Name">Its name within the tests.</param>
public abstract record TestHost(NamedSpan Name);

/// <summary>A whole fact document.</summary>
/// <param name="Name">Its name within the tests.</param>
/// <param name="From">The file, beside the tests.</param>
public sealed record RecordedHost(NamedSpan Name, NamedSpan From) : TestHost(Name);

/// <summary>Changes on another fact document.</summary>
/// <param name="Name">Its name within the tests.</param>
/// <param name="BasedOn">The host that is changed.</param>
/// <param name="Changes">What is otherwise on it, in the order of the text: <c>set</c>, then <c>unset</c>, then <c>absent</c>.</param>
public sealed record ChangedHost(NamedSpan Name, string BasedOn, Sequence<FactSetting> Changes) : TestHost(Name);

/// <summary>A fact that is otherwise on a changed host.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Observation">A value of its type without a source, absent, or not collected.</param>
/// <param name="Span">Where its path stands.</param>
public sealed record FactSetting(FactReference Fact, Observation Observation, SourceSpan Span);

/// <summary>What is expected of one host.</summary>
/// <param name="Host">The name of the host.</param>
/// <param name="Parameters">Chosen values, by parameter.</param>
/// <param name="Waivers">A waivers document that is in force, beside the tests; null for none.</param>
/// <param name="Expect">The verdicts, by rule.</param>
/// <param name="Span">Where the case stands.</param>
public sealed record TestCase(string Host, Sequence<ParameterValue> Parameters, NamedSpan? Waivers, Sequence<ExpectedVerdict> Expect, SourceSpan Span);

/// <summary>A parameter with a value of its type, within its bounds.</summary>
public sealed record ParameterValue(string Name, FactValue Value);

/// <summary>The verdict that a rule must have.</summary>
/// <param name="Rule">The id of the rule; <c>*</c> stands for every rule that is not named.</param>
/// <param name="Verdict">The name of the verdict as results write it, such as <c>not_applicable</c>.</param>
/// <param name="Span">Where the rule stands.</param>
public sealed record ExpectedVerdict(string Rule, string Verdict, SourceSpan Span);
