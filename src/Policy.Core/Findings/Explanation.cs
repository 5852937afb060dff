using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Findings;

/// <summary>Why a condition has the truth that it has: a tree beside the condition's own.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Truth">Its truth; of an operand, unknown if it has no value.</param>
/// <param name="Text">The question in words.</param>
/// <param name="Fact">The fact that was looked at; null for what only combines.</param>
/// <param name="Items">The parts; of a quantifier the elements that decided, at most a few.</param>
public sealed record Explanation(ExplanationKind Kind, Truth Truth, string Text, Evidence? Fact, Sequence<Explanation> Items)
{
    /// <summary>The condition that is explained; null for elements and operands.</summary>
    public Condition? Condition { get; init; }
}

/// <summary>What stands at a node of an explanation.</summary>
public enum ExplanationKind
{
    /// <summary>Conditions combined.</summary>
    Group,

    /// <summary>A named definition of the policy.</summary>
    Definition,

    /// <summary>A question about a fact.</summary>
    Test,

    /// <summary>An element of a list or map.</summary>
    Element,

    /// <summary>A fact that another one is compared with.</summary>
    Operand,

    /// <summary>A decided default.</summary>
    Constant,
}

/// <summary>A fact that a verdict rests on.</summary>
/// <param name="Path">Its path as the policy writes it.</param>
/// <param name="Observation">What was seen.</param>
/// <param name="Type">The type of its values.</param>
public sealed record Evidence(string Path, Observation Observation, FactType Type);
