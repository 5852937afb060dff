using Policy.Core.Diagnostics;

namespace Policy.Authoring.Editing;

/// <summary>A name at one place of a document, for editors.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Owner">Of a rule, parameter or definition the id of its policy; of a relative path the list that its element is of; otherwise empty.</param>
/// <param name="Name">The name itself.</param>
/// <param name="Span">Where it stands, without quotes.</param>
/// <param name="IsDeclaration">Whether it is made here rather than used.</param>
public sealed record Symbol(SymbolKind Kind, string Owner, string Name, SourceSpan Span, bool IsDeclaration = false)
{
    /// <summary>Whether two places name the same thing.</summary>
    public bool IsSameAs(Symbol other) => Kind == other.Kind && Owner == other.Owner && Name == other.Name;

    /// <summary>Whether a place, line and column from 1, is on the name or right behind it.</summary>
    public bool Covers(int line, int column) => Span.Line == line && column >= Span.Column && column <= Span.Column + Span.Length;
}

/// <summary>What a name names.</summary>
public enum SymbolKind
{
    /// <summary>A policy, by its id.</summary>
    Policy,

    /// <summary>A profile, by its id.</summary>
    Profile,

    /// <summary>A rule, by its id.</summary>
    Rule,

    /// <summary>A parameter of a policy.</summary>
    Parameter,

    /// <summary>A named condition of a policy.</summary>
    Definition,

    /// <summary>A fact, by its path.</summary>
    Fact,

    /// <summary>A word of the language: an operator, a quantifier or a connective.</summary>
    Keyword,
}
