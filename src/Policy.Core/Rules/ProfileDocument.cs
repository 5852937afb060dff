using Policy.Core.Diagnostics;

namespace Policy.Core.Rules;

/// <summary>A checked profile: policies for one purpose, tailored to it.</summary>
/// <param name="About">What readers see of it.</param>
/// <param name="Include">What it is composed of, in the order of the text; at least one.</param>
public sealed record ProfileDocument(DocumentAbout About, Sequence<ProfileEntry> Include) : AuthoredDocument(About);

/// <summary>One part of a profile.</summary>
/// <param name="Id">The id of a policy or profile.</param>
/// <param name="IsProfile">Whether it is a profile.</param>
/// <param name="Tailoring">What is changed; nothing for a profile.</param>
/// <param name="Span">Where the id stands.</param>
public sealed record ProfileEntry(string Id, bool IsProfile, Tailoring Tailoring, SourceSpan Span);

/// <summary>How a profile changes a policy.</summary>
/// <param name="Parameters">Chosen values as their source text, by parameter.</param>
/// <param name="Severity">Changed severities, by rule.</param>
/// <param name="Without">Rules left out.</param>
public sealed record Tailoring(Sequence<ParameterSetting> Parameters, Sequence<SeveritySetting> Severity, Sequence<NamedSpan> Without)
{
    /// <summary>Nothing changed.</summary>
    public static Tailoring None { get; } = new([], [], []);
}

/// <summary>A chosen value of a parameter.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Texts">The source text of the value, or of the items of a list.</param>
/// <param name="IsList">Whether the text is a list.</param>
/// <param name="Span">Where the value stands.</param>
public sealed record ParameterSetting(string Name, Sequence<string> Texts, bool IsList, SourceSpan Span);

/// <summary>A changed severity of a rule.</summary>
public sealed record SeveritySetting(string Rule, RuleSeverity Severity, SourceSpan Span);

/// <summary>A name and where it stands.</summary>
public sealed record NamedSpan(string Name, SourceSpan Span);
