using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Rules;

/// <summary>A requirement.</summary>
/// <param name="About">What readers see of it.</param>
/// <param name="Applies">For which hosts it is asked; null for all.</param>
/// <param name="Require">What must hold.</param>
/// <param name="Recommend">What should hold beside it; null if nothing.</param>
/// <param name="Needs">Rules of the same policy that are this rule's root cause when they do not pass.</param>
/// <param name="Remedies">Ways to meet it, the first fitting one is shown.</param>
public sealed record Rule(RuleAbout About, Condition? Applies, Condition Require, Condition? Recommend, Sequence<string> Needs, Sequence<Remedy> Remedies)
{
    /// <summary>Its id, unique within the policy.</summary>
    public string Id => About.Id;
}

/// <summary>What readers see of a rule.</summary>
/// <param name="Id">Its id: kebab-case, never changed.</param>
/// <param name="Title">What holds when it passes, in a few words.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="References">Where to read on.</param>
/// <param name="Span">Where the rule stands.</param>
public sealed record RuleAbout(string Id, ReaderText Title, RuleSeverity Severity, ReaderText Why, Sequence<string> References, SourceSpan Span);
