using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>A piece of a YAML document with the place where it stands.</summary>
public abstract record YamlNode
{
    private protected YamlNode(SourceSpan span) => Span = span;

    /// <summary>Where it begins; of something that goes over several lines the part on the first one.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>A text; the position in the document decides what it means.</summary>
/// <param name="Text">The text without quotes, with escapes resolved and lines folded; empty for a key without a value.</param>
/// <param name="IsPlain">Whether it stood without quotes and not as a block.</param>
/// <param name="Span">Where it stands, with its quotes.</param>
public sealed record YamlScalar(string Text, bool IsPlain, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>Whether it is a plain <c>null</c> or <c>~</c>; a key without a value is the empty text and not null.</summary>
    public bool IsNull => IsPlain && (Text is "null" or "~");
}

/// <summary>A list.</summary>
/// <param name="Items">Its items in order; may be empty.</param>
/// <param name="Span">Where it begins.</param>
public sealed record YamlSequence(Sequence<YamlNode> Items, SourceSpan Span) : YamlNode(Span);

/// <summary>A mapping; no two of its keys are equal.</summary>
/// <param name="Entries">Its entries in the order of the text; may be empty.</param>
/// <param name="Span">Where it begins.</param>
public sealed record YamlMapping(Sequence<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>The value under a key; null if the key is not there.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Text == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}

/// <summary>One entry of a mapping.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">What stands under the key.</param>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
