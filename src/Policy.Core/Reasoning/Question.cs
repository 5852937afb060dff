using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Reasoning;

/// <summary>A condition of a policy that is examined.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Given">What holds for all hosts of which it is asked.</param>
/// <param name="Role">What it is for.</param>
internal sealed record Question(Condition Condition, Sequence<Condition> Given, QuestionRole Role);

/// <summary>What a condition is for.</summary>
internal enum QuestionRole
{
    /// <summary>It has a name, and stands for itself.</summary>
    Definition,

    /// <summary>It chooses hosts, or a remedy.</summary>
    Choice,

    /// <summary>What must hold.</summary>
    Requirement,

    /// <summary>What should hold.</summary>
    Recommendation,

    /// <summary>It chooses elements.</summary>
    Where,

    /// <summary>It is asked of elements.</summary>
    Element,
}
