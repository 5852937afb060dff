using Policy.Core.Conditions;

namespace Policy.Testing.Mutation;

/// <summary>The words of a policy for decided answers.</summary>
internal static class Answers
{
    /// <summary><c>pass</c>, <c>fail</c> or <c>unknown</c>.</summary>
    public static string Name(Truth truth) => truth switch
    {
        Truth.True => "pass",
        Truth.False => "fail",
        Truth.Unknown => "unknown",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
