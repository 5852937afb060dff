using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Policy.Core.Diagnostics;

/// <summary>An immutable list that compares by content, so that records that hold one do too.</summary>
/// <typeparam name="T">The element; compared by its own equality.</typeparam>
/// <remarks>The default value is the empty list.</remarks>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Create))]
public readonly struct Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly ImmutableArray<T> items;

    /// <summary>Takes over an array that nobody changes any more.</summary>
    public Sequence(ImmutableArray<T> items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.IsDefault ? 0 : items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>The elements as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => items.IsDefault ? [] : items.AsSpan();

    /// <inheritdoc/>
    public bool Equals(Sequence<T> other) => AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equal content in equal order.</summary>
    public static bool operator ==(Sequence<T> left, Sequence<T> right) => left.Equals(right);

    /// <summary>Different content or order.</summary>
    public static bool operator !=(Sequence<T> left, Sequence<T> right) => !left.Equals(right);

    /// <summary>The elements in order, without allocation.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => (items.IsDefault ? [] : items).GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(items.IsDefault ? [] : items)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();
}

/// <summary>Makes <see cref="Sequence{T}"/> values.</summary>
public static class Sequence
{
    /// <summary>A copy of the elements; also what a collection expression calls.</summary>
    public static Sequence<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    /// <summary>The elements with another one at a place.</summary>
    public static Sequence<T> With<T>(this Sequence<T> items, int index, T item) => items.Select((known, place) => place == index ? item : known).ToSequence();

    /// <summary>The elements without the one at a place.</summary>
    public static Sequence<T> Without<T>(this Sequence<T> items, int index) => items.Where((_, place) => place != index).ToSequence();

    /// <summary>The elements in the order in which they come.</summary>
    public static Sequence<T> ToSequence<T>(this IEnumerable<T> items) => new([.. items]);
}
