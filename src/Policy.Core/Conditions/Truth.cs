namespace Policy.Core.Conditions;

/// <summary>What a condition says about a host. The order is that of Kleene's tables: <c>and</c> is the minimum, <c>or</c> the maximum.</summary>
public enum Truth
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>The facts do not decide it.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    True,
}

/// <summary>Kleene's connectives.</summary>
public static class Kleene
{
    /// <summary>Both hold.</summary>
    public static Truth And(this Truth left, Truth right) => (Truth)Math.Min((int)left, (int)right);

    /// <summary>At least one holds.</summary>
    public static Truth Or(this Truth left, Truth right) => (Truth)Math.Max((int)left, (int)right);

    /// <summary>It does not hold.</summary>
    public static Truth Not(this Truth truth) => Truth.True - (int)truth;

    /// <summary>A decided answer.</summary>
    public static Truth Of(bool holds) => holds ? Truth.True : Truth.False;

    /// <summary>An answer that may be open.</summary>
    public static Truth Of(bool? holds) => holds is { } decided ? Of(decided) : Truth.Unknown;

    /// <summary>The word for readers: <c>true</c>, <c>false</c> or <c>unknown</c>.</summary>
    public static string Name(this Truth truth) => truth switch
    {
        Truth.False => "false",
        Truth.Unknown => "unknown",
        Truth.True => "true",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
