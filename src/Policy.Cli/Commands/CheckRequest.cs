using Policy.Authoring;
using Policy.Cli.Outputs;
using Policy.Collection;
using Policy.Core.Rules;

namespace Policy.Cli.Commands;

/// <summary>What <c>policy check</c> was asked to do.</summary>
internal sealed record CheckRequest
{
    /// <summary>Policies, profiles and folders; empty means the shipped profiles.</summary>
    public required IReadOnlyList<string> Policies { get; init; }

    /// <summary>A fact document, a folder of them, or <c>-</c>; null to collect.</summary>
    public string? Facts { get; init; }

    /// <summary>The folder that stands for <c>/</c>; null for this host.</summary>
    public string? Root { get; init; }

    /// <summary>What collecting may do.</summary>
    public HostOptions Collect { get; init; } = new();

    /// <summary>Chosen values of parameters.</summary>
    public IReadOnlyList<ParameterChoice> Choices { get; init; } = [];

    /// <summary>Files and folders of waivers.</summary>
    public IReadOnlyList<string> Waivers { get; init; } = [];

    /// <summary>Saved results; only what they do not hold counts for the exit code. Null if everything counts.</summary>
    public string? Baseline { get; init; }

    /// <summary>The least severity of a failure or an unknown that counts for the exit code.</summary>
    public RuleSeverity FailOn { get; init; } = RuleSeverity.Info;

    /// <summary>Whether an unknown does not count.</summary>
    public bool AllowUnknown { get; init; }

    /// <summary>Whether it is fine that nothing was decided.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>The moment for which the results hold and at which waivers are in force; null for that of the facts.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Facts that are supposed to be otherwise, as <c>PATH=VALUE</c>.</summary>
    public IReadOnlyList<string> Supposed { get; init; } = [];

    /// <summary>Where the results go, and in which forms.</summary>
    public required OutputChoice Output { get; init; }
}
