namespace Policy.Core.Facts;

/// <summary>What a look at the host gave for one fact.</summary>
public abstract record Observation
{
    private protected Observation()
    {
    }
}

/// <summary>The host answered.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Source">Where it was read, relative to the host's root, such as <c>proc/cpuinfo</c>; empty inside lists, maps and records.</param>
public sealed record Present(FactValue Value, string Source = "") : Observation;

/// <summary>A readable source says that the host does not have it.</summary>
/// <param name="Source">The source that says so; empty inside lists, maps and records.</param>
public sealed record Absent(string Source = "") : Observation;

/// <summary>The host could not be asked, so nothing may be concluded.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Detail">What was tried, such as <c>dev/kvm</c>; may be empty.</param>
public sealed record Unknown(UnknownCause Cause, string Detail = "") : Observation;

/// <summary>Why a fact is unknown.</summary>
public enum UnknownCause
{
    /// <summary>Nobody asked for it.</summary>
    NotCollected,

    /// <summary>The collector may not read the source.</summary>
    Denied,

    /// <summary>The source is not there, and its absence proves nothing.</summary>
    MissingSource,

    /// <summary>The source did not answer in time.</summary>
    Timeout,

    /// <summary>The source answered something that cannot be read.</summary>
    Malformed,

    /// <summary>The question has no answer on such a host, or the collector cannot ask it there.</summary>
    Unsupported,
}

/// <summary>The names of the causes in fact documents.</summary>
public static class UnknownCauses
{
    /// <summary>The name, such as <c>not-collected</c>.</summary>
    public static string Name(this UnknownCause cause) => cause switch
    {
        UnknownCause.NotCollected => "not-collected",
        UnknownCause.Denied => "denied",
        UnknownCause.MissingSource => "missing-source",
        UnknownCause.Timeout => "timeout",
        UnknownCause.Malformed => "malformed",
        UnknownCause.Unsupported => "unsupported",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The cause of a name, or null if there is none.</summary>
    public static UnknownCause? Find(string name)
    {
        foreach (var cause in Enum.GetValues<UnknownCause>())
        {
            if (cause.Name() == name)
            {
                return cause;
            }
        }

        return null;
    }
}
