using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>What may stand at one place of a document; both the check and the published JSON Schema are made from it.</summary>
public abstract record SchemaNode
{
    private protected SchemaNode()
    {
    }
}

/// <summary>A scalar, whose text the semantic reader understands.</summary>
/// <param name="Words">The only texts that are allowed; empty if any are.</param>
/// <param name="Form">The form that it must have; null if any will do.</param>
public sealed record SchemaText(Sequence<string> Words = default, SchemaForm? Form = null) : SchemaNode
{
    /// <summary>Texts that an editor offers; others are as good.</summary>
    public Sequence<string> Suggestions { get; init; }
}

/// <summary>A literal of a fact's type, for editors; the program leaves literals to the semantic reader.</summary>
/// <param name="Type">The type; a scalar.</param>
public sealed record SchemaLiteral(FactType Type) : SchemaNode;

/// <summary>A list.</summary>
/// <param name="Items">What each item is.</param>
/// <param name="MayBeEmpty">Whether it may have no items.</param>
public sealed record SchemaList(SchemaNode Items, bool MayBeEmpty = false) : SchemaNode;

/// <summary>A mapping.</summary>
/// <param name="Name">What an author calls it, such as <c>rule</c>.</param>
/// <param name="Entries">Its known keys in the order of the documentation.</param>
/// <param name="Others">What keys of the author's own may hold; null if there may be none.</param>
/// <param name="MayBeEmpty">Whether it may have no entries.</param>
public sealed record SchemaMapping(string Name, Sequence<SchemaEntry> Entries, SchemaOthers? Others = null, bool MayBeEmpty = false) : SchemaNode
{
    /// <summary>Families of keys for editors: in place of its key each entry has a regular expression, and no key fits two of them or a known key.</summary>
    public Sequence<SchemaEntry> Patterns { get; init; }

    /// <summary>Keys with a place to fill in that an editor offers, such as <c>package(name)</c>.</summary>
    public Sequence<SchemaSuggestion> Suggestions { get; init; }
}

/// <summary>One of several shapes; in what the program checks, no two of them are of the same kind (text, list, mapping).</summary>
/// <param name="Shapes">The shapes.</param>
public sealed record SchemaChoice(Sequence<SchemaNode> Shapes) : SchemaNode;

/// <summary>What a definition of the same document says.</summary>
/// <param name="Name">The definition's name.</param>
public sealed record SchemaReference(string Name) : SchemaNode;

/// <summary>Anything; the semantic reader decides.</summary>
public sealed record SchemaAnything : SchemaNode;

/// <summary>A known key of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Describe">What it is for, as an editor shows it.</param>
/// <param name="Value">What stands under it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
public sealed record SchemaEntry(string Key, string Describe, SchemaNode Value, bool IsRequired = false)
{
    /// <summary>What an editor shows instead of the description, in Markdown; null if the description says all.</summary>
    public string? Hover { get; init; }
}

/// <summary>A key with a place to fill in.</summary>
/// <param name="Label">What is offered, such as <c>package(name).version</c>.</param>
/// <param name="Key">The key as an editor inserts it, with <c>${1:name}</c> for the place.</param>
/// <param name="Value">What is inserted behind it, with <c>${2|a,b|}</c> where few words are possible.</param>
/// <param name="Describe">What it is for.</param>
public sealed record SchemaSuggestion(string Label, string Key, string Value, string Describe);

/// <summary>Keys of the author's own.</summary>
/// <param name="Value">What stands under each.</param>
/// <param name="Form">The form of the keys; null if any will do.</param>
public sealed record SchemaOthers(SchemaNode Value, SchemaForm? Form = null);

/// <summary>A form that a text must have.</summary>
/// <param name="Pattern">A regular expression that ECMAScript and .NET read alike, and that takes linear time.</param>
/// <param name="Name">What such a text is, such as <c>an id</c>.</param>
/// <param name="Help">How it is made.</param>
public sealed record SchemaForm(string Pattern, string Name, string Help);
