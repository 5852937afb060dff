using Policy.Core.Diagnostics;

namespace Policy.Authoring.Explanations;

/// <summary>The long story of a diagnostic code.</summary>
/// <param name="Code">The code, such as <c>POL2002</c>.</param>
/// <param name="Paragraphs">What it means, why it is an error, and what to do; at least one, each without line ends.</param>
/// <param name="Wrong">A document with exactly this mistake.</param>
/// <param name="Right">The same document without it.</param>
public sealed record CodeStory(string Code, Sequence<string> Paragraphs, StoryDocument Wrong, StoryDocument Right);

/// <summary>A document of a story.</summary>
/// <param name="Kind">What reads it.</param>
/// <param name="Text">The document; of <see cref="StoryKind.Bytes"/>, <c>\xNN</c> stands for a byte.</param>
/// <param name="Place">Where the mistake stands, as <c>line:column</c>; empty for a right one.</param>
public sealed record StoryDocument(StoryKind Kind, string Text, string Place);

/// <summary>What reads a document of a story.</summary>
public enum StoryKind
{
    /// <summary>A policy, a profile, waivers or tests.</summary>
    Yaml,

    /// <summary>A policy with bytes that a text cannot show.</summary>
    Bytes,

    /// <summary>A fact document.</summary>
    Facts,

    /// <summary>A report template.</summary>
    Template,

    /// <summary>Saved results.</summary>
    Results,
}
