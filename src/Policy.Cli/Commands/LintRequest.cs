using Policy.Cli.Outputs;

namespace Policy.Cli.Commands;

/// <summary>What <c>policy lint</c> was asked to do.</summary>
internal sealed record LintRequest
{
    /// <summary>Documents and folders; empty means the folder <c>policies</c>.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>How complaints are written; null for people.</summary>
    public LintFormat? Format { get; init; }

    /// <summary>Whether a warning counts like an error.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Whether mistakes that have one right answer are mended.</summary>
    public bool Fixes { get; init; }

    /// <summary>Whether the mending is only shown.</summary>
    public bool IsDryRun { get; init; }
}
