namespace Policy.Core.Rules;

/// <summary>How much it matters that a rule is met, from the least to the most.</summary>
public enum RuleSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>A small matter.</summary>
    Low,

    /// <summary>It should be mended.</summary>
    Medium,

    /// <summary>The purpose suffers.</summary>
    High,

    /// <summary>The purpose is not reached.</summary>
    Critical,
}

/// <summary>Names and weights of severities.</summary>
public static class RuleSeverities
{
    /// <summary>The names in a policy, from the most to the least.</summary>
    public static IReadOnlyList<string> Names { get; } = ["critical", "high", "medium", "low", "info"];

    /// <summary>The name in a policy.</summary>
    public static string Name(this RuleSeverity severity) => Names[RuleSeverity.Critical - severity];

    /// <summary>The severity of a name, or null.</summary>
    public static RuleSeverity? Find(string name)
    {
        for (var index = 0; index < Names.Count; index++)
        {
            if (Names[index] == name)
            {
                return RuleSeverity.Critical - index;
            }
        }

        return null;
    }

    /// <summary>What a rule of that severity weighs in a score.</summary>
    public static int Weight(this RuleSeverity severity) => severity switch
    {
        RuleSeverity.Critical => 10,
        RuleSeverity.High => 7,
        RuleSeverity.Medium => 4,
        RuleSeverity.Low => 2,
        RuleSeverity.Info => 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
