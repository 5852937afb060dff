using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Conditions;

/// <summary>What a matcher looks at.</summary>
/// <param name="Type">The type of its values.</param>
public abstract record Subject(FactType Type);

/// <summary>A fact of the host.</summary>
/// <param name="Reference">Which one.</param>
public sealed record FactSubject(FactReference Reference) : Subject(Reference.Type)
{
    /// <inheritdoc/>
    public override string ToString() => Reference.Path;
}

/// <summary>A field of the element that the innermost quantifier looks at.</summary>
/// <param name="Fields">The chain of fields; of an entry of a map, the name of its key is a field too.</param>
/// <param name="Type">The type of its values.</param>
public sealed record FieldSubject(Sequence<string> Fields, FactType Type) : Subject(Type)
{
    /// <inheritdoc/>
    public override string ToString() => $".{string.Join('.', Fields)}";
}

/// <summary>The scalar element itself that the innermost quantifier looks at.</summary>
/// <param name="Type">The type of its values.</param>
public sealed record ElementSubject(FactType Type) : Subject(Type)
{
    /// <inheritdoc/>
    public override string ToString() => "it";
}
