namespace Policy.Core.Evaluation;

/// <summary>What a rule, a policy or a profile says about a host.</summary>
public enum Verdict
{
    /// <summary>What is required holds.</summary>
    Pass,

    /// <summary>What is required holds, what is recommended does not.</summary>
    Warn,

    /// <summary>It fails, and somebody answers for that for a while.</summary>
    Waived,

    /// <summary>What is required does not hold.</summary>
    Fail,

    /// <summary>The facts do not decide it.</summary>
    Unknown,

    /// <summary>It is not asked of such a host.</summary>
    NotApplicable,
}

/// <summary>Names and sums of verdicts.</summary>
public static class Verdicts
{
    /// <summary>The name in results.</summary>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Warn => "warn",
        Verdict.Waived => "waived",
        Verdict.Fail => "fail",
        Verdict.Unknown => "unknown",
        Verdict.NotApplicable => "not_applicable",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The verdict of a name in results; null if it is none.</summary>
    public static Verdict? Find(string name) => name switch
    {
        "pass" => Verdict.Pass,
        "warn" => Verdict.Warn,
        "waived" => Verdict.Waived,
        "fail" => Verdict.Fail,
        "unknown" => Verdict.Unknown,
        "not_applicable" => Verdict.NotApplicable,
        _ => null,
    };

    /// <summary>Whether the facts decided it on an applicable host.</summary>
    public static bool IsDecided(this Verdict verdict) => verdict is Verdict.Pass or Verdict.Warn or Verdict.Waived or Verdict.Fail;

    /// <summary>The verdict of the whole: not applicable if all parts are (or there is none), else fail, unknown, warn, pass in this order.</summary>
    public static Verdict Sum(IEnumerable<Verdict> parts)
    {
        var seen = parts.ToHashSet();
        seen.Remove(Verdict.NotApplicable);
        return seen.Count == 0 ? Verdict.NotApplicable
            : seen.Contains(Verdict.Fail) ? Verdict.Fail
            : seen.Contains(Verdict.Unknown) ? Verdict.Unknown
            : seen.Contains(Verdict.Warn) ? Verdict.Warn
            : Verdict.Pass;
    }
}
