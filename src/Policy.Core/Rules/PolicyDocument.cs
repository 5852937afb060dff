using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Rules;

/// <summary>A checked policy.</summary>
/// <param name="About">What readers see of it.</param>
/// <param name="Facts">The facts that the author declares beside the catalogue.</param>
/// <param name="Parameters">The values that a user may choose.</param>
/// <param name="Definitions">The named conditions, each after those that it uses.</param>
/// <param name="Applies">For which hosts it is asked; null for all.</param>
/// <param name="Rules">At least one.</param>
public sealed record PolicyDocument(
    DocumentAbout About,
    Sequence<FactDescription> Facts,
    Sequence<Parameter> Parameters,
    Sequence<Definition> Definitions,
    Condition? Applies,
    Sequence<Rule> Rules) : AuthoredDocument(About);

/// <summary>A named condition.</summary>
public sealed record Definition(string Name, Condition Condition);
