using System.Collections.Immutable;
using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>What a present fact says.</summary>
public abstract record FactValue
{
    private protected FactValue()
    {
    }
}

/// <summary>True or false.</summary>
public sealed record BooleanValue(bool Value) : FactValue;

/// <summary>An exact decimal number in the base unit of its type.</summary>
public sealed record NumberValue(decimal Value) : FactValue;

/// <summary>A text; compared by ordinal.</summary>
public sealed record StringValue(string Value) : FactValue;

/// <summary>A version, kept as the text that the host gave.</summary>
/// <param name="Text">The text; its scheme can read it.</param>
/// <param name="Scheme">How it compares.</param>
public sealed record VersionValue(string Text, VersionScheme Scheme) : FactValue;

/// <summary>An instant.</summary>
public sealed record DateValue(DateTimeOffset Value) : FactValue;

/// <summary>The elements of a complete list.</summary>
/// <param name="Items">In the order of the host; an element that could not be read is <see cref="Unknown"/>.</param>
public sealed record ListValue(Sequence<Observation> Items) : FactValue;

/// <summary>Named fields.</summary>
/// <param name="Fields">The fields that are known to be present or absent; what is not named is unknown.</param>
public sealed record RecordValue(FactMap Fields) : FactValue;

/// <summary>Entries under keys.</summary>
/// <param name="Entries">The entries that are known to be present or absent.</param>
/// <param name="IsComplete">Whether a key that is not named is absent; otherwise it is unknown.</param>
public sealed record MapValue(FactMap Entries, bool IsComplete) : FactValue;

/// <summary>Observations by name, in ordinal order of the names; compares by content.</summary>
public sealed class FactMap : IEquatable<FactMap>
{
    private readonly ImmutableSortedDictionary<string, Observation> items;

    /// <summary>Takes the observations; the order in which they come does not matter.</summary>
    public FactMap(IEnumerable<KeyValuePair<string, Observation>> items) => this.items = items.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private FactMap(ImmutableSortedDictionary<string, Observation> items) => this.items = items;

    /// <summary>Without any name.</summary>
    public static FactMap Empty { get; } = new([]);

    /// <summary>The names and observations in ordinal order of the names.</summary>
    public IReadOnlyDictionary<string, Observation> Items => items;

    /// <summary>What is known under a name, or null.</summary>
    public Observation? Find(string name) => items.GetValueOrDefault(name);

    /// <summary>This map with one more observation; one that is already there under the name is replaced.</summary>
    public FactMap With(string name, Observation observation) => new(items.SetItem(name, observation));

    /// <inheritdoc/>
    public bool Equals(FactMap? other) => other is not null && items.Count == other.items.Count && items.SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactMap);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Count;
}
