using Policy.Core.Diagnostics;

namespace Policy.Core.Rules;

/// <summary>A text for readers in one or more languages.</summary>
/// <param name="English">The text in English; empty if the author wrote none.</param>
/// <param name="Translations">The other languages, by BCP 47 tag, in the order of the policy.</param>
public sealed record ReaderText(string English, Sequence<KeyValuePair<string, string>> Translations = default)
{
    /// <summary>No text.</summary>
    public static ReaderText None { get; } = new(string.Empty);

    /// <inheritdoc/>
    public override string ToString() => English;
}
