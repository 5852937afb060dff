using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>The warnings about conditions in words.</summary>
internal static class Flaws
{
    private const int LongestQuote = 100;
    private static readonly Dictionary<string, FactValue> NoValues = [];

    /// <summary>A condition that nothing meets.</summary>
    /// <param name="span">Where it stands.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="reason">Why nothing meets it; null if that is plain.</param>
    public static Diagnostic Never(SourceSpan span, QuestionRole role, string? reason)
    {
        var what = role is QuestionRole.Where or QuestionRole.Element ? "no element can meet this" : "no host can meet this";
        return new Diagnostic(DiagnosticCodes.NeverHolds, span, reason is null ? what : $"{what}: {reason}", role switch
        {
            QuestionRole.Requirement => "as it stands the rule can never pass",
            QuestionRole.Recommendation => "as it stands every host that passes is warned",
            QuestionRole.Choice => "as it stands it is never chosen",
            _ => "one of the two is probably not what you mean",
        });
    }

    /// <summary>A condition that everything meets.</summary>
    public static Diagnostic Always(SourceSpan span, QuestionRole role) => role switch
    {
        QuestionRole.Recommendation => new Diagnostic(DiagnosticCodes.ImpliedRecommendation, span, "every host that meets `require` meets this too, so it never warns", "recommend more than what is required, or leave it out"),
        QuestionRole.Requirement => new Diagnostic(DiagnosticCodes.AlwaysHolds, span, "every host that the rule applies to meets this", "as it stands the rule can never fail"),
        QuestionRole.Choice => new Diagnostic(DiagnosticCodes.AlwaysHolds, span, "this holds for every host", "leave it out, or say what you mean"),
        QuestionRole.Where or QuestionRole.Element => new Diagnostic(DiagnosticCodes.AlwaysHolds, span, "every element meets this", "leave it out, or say what you mean"),
        _ => new Diagnostic(DiagnosticCodes.AlwaysHolds, span, "every host meets this", "leave it out, or say what you mean"),
    };

    /// <summary>A matcher that every value meets, or none.</summary>
    public static Diagnostic EveryValue(Subject subject, SourceSpan span, bool holds) => holds
        ? new Diagnostic(DiagnosticCodes.AlwaysHolds, span, $"every value that `{subject}` can have meets this", "write `is: present` if you only ask whether there is a value")
        : new Diagnostic(DiagnosticCodes.NeverHolds, span, $"no value that `{subject}` can have meets this", "write `is: absent` if you ask that there is none");

    /// <summary>An entry that changes nothing.</summary>
    public static Diagnostic Redundant(SourceSpan span, string because) =>
        new(DiagnosticCodes.Redundant, span, $"this adds nothing: {because}", "leave it out, or say what you mean");

    /// <summary>A branch that is never taken.</summary>
    public static Diagnostic Unreachable(SourceSpan span, string message) => new(DiagnosticCodes.Unreachable, span, message, "leave it out, or say what you mean");

    /// <summary>A condition in a sentence, with its line.</summary>
    public static string Quote(Condition condition) => $"`{Words(condition)}` on line {condition.Span.Line}";

    /// <summary>A matcher of a subject in a sentence.</summary>
    public static string Quote(Subject subject, Matcher matcher) => $"`{Short($"{subject} {ConditionText.Of(matcher, subject.Type, NoValues)}")}`";

    private static string Words(Condition condition) => Short(condition switch
    {
        UseCondition use => $"use: {use.Definition}",
        NotCondition { Item: TestCondition test } => $"not {ConditionText.Of(test, NoValues)}",
        _ => ConditionText.Of(condition, NoValues),
    });

    private static string Short(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}...";
}
