using Policy.Core.Diagnostics;
using Policy.Core.Findings;
using Policy.Core.Prose;

namespace Policy.Reporting.Results;

/// <summary>Everything that a run found, as every format shows it.</summary>
/// <param name="Engine">The program, such as <c>policy 0.1.0</c>.</param>
/// <param name="EvaluatedAt">The moment for which the results hold; null if no fact document says when it was collected.</param>
/// <param name="Hosts">The hosts in input order.</param>
public sealed record RunResults(string Engine, DateTimeOffset? EvaluatedAt, Sequence<HostResult> Hosts)
{
    /// <summary>The language of texts.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>What tells one build of the program from another; null if nobody says.</summary>
    public string? EngineDigest { get; init; }

    /// <summary>What the run was asked.</summary>
    public RunQuestion Asked { get; init; } = RunQuestion.Nothing;
}

/// <summary>What a run was asked, so that it can be run again.</summary>
/// <param name="Policies">Policies, profiles and folders as they were named; none for the shipped profiles.</param>
/// <param name="Choices">Chosen values as <c>POLICY.PARAMETER=VALUE</c>.</param>
/// <param name="At">The moment of the judgement; null for that of the facts.</param>
public sealed record RunQuestion(Sequence<string> Policies, Sequence<string> Choices, DateTimeOffset? At)
{
    /// <summary>Nothing.</summary>
    public static RunQuestion Nothing { get; } = new([], [], null);
}

/// <summary>What a run found about one host.</summary>
public abstract record HostResult
{
    private protected HostResult()
    {
    }
}

/// <summary>A host that was judged.</summary>
/// <param name="Findings">What the run concluded.</param>
public sealed record JudgedHost(HostFindings Findings) : HostResult
{
    /// <summary>What to do about it; null where nobody asked.</summary>
    public HostAdvice? Advice { get; init; }

    /// <summary>The facts that were supposed to be otherwise than they are, as they were given; such a result proves nothing about the host.</summary>
    public Sequence<string> Supposed { get; init; } = [];
}

/// <summary>A host whose fact document cannot be read; nothing is determined about it.</summary>
/// <param name="Input">The document, such as <c>fleet.ndjson:17</c>.</param>
/// <param name="Error">Why it cannot be read.</param>
public sealed record UnreadableHost(string Input, string Error) : HostResult;
