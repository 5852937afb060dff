using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Findings;

/// <summary>What on a host would have to be otherwise for a condition to have another truth.</summary>
public abstract record Change
{
    private protected Change()
    {
    }
}

/// <summary>One question must have another answer.</summary>
/// <param name="Test">The question with what was seen: a test, a switch without a case, or a definition that is shown elsewhere.</param>
/// <param name="Wanted">The answer that it must have.</param>
public sealed record AnswerChange(Explanation Test, Truth Wanted) : Change;

/// <summary>So many of the parts must change.</summary>
/// <param name="Number">How many; all of them if it is their number.</param>
/// <param name="Items">The parts; at least one.</param>
public sealed record GroupChange(int Number, Sequence<Change> Items) : Change;

/// <summary>No fact changes it: the policy decides there.</summary>
public sealed record NoChange : Change;
