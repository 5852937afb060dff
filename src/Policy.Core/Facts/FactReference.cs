using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>A path that the catalogue knows.</summary>
/// <param name="Fact">The fact at its root.</param>
/// <param name="Key">The key in parentheses; null if the fact is not keyed, <c>*</c> for the whole map.</param>
/// <param name="Fields">The fields below the fact or the entry.</param>
/// <param name="Type">The type at the end of the path.</param>
public sealed record FactReference(FactDescription Fact, string? Key, Sequence<string> Fields, FactType Type)
{
    /// <summary>Whether it names all entries of a map.</summary>
    public bool IsWholeMap => Key == FactPath.WholeMapKey;

    /// <summary>The path as it is written in a policy.</summary>
    public string Path { get; } = PathOf(Fact.Path, Key, Fields);

    /// <summary>The whole fact, or the entry of a keyed one, without the fields below it: what a collector is asked for.</summary>
    public FactPath Entry => Fact.Path with { Key = Key };

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static string PathOf(FactPath fact, string? key, Sequence<string> fields) =>
        key is null ? string.Join('.', fact.Names.Concat(fields)) : new FactPath(fact.Names, key, fields).ToString();
}
