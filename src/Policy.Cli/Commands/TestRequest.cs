using Policy.Cli.TestReports;

namespace Policy.Cli.Commands;

/// <summary>What <c>policy test</c> was asked to do.</summary>
internal sealed record TestRequest
{
    /// <summary>Tests, policies and folders; empty means the folder <c>policies</c>.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>What stands on standard output; null for people.</summary>
    public TestFormat? Format { get; init; }

    /// <summary>Files to write, with their forms.</summary>
    public IReadOnlyList<(string Path, TestFormat Format)> Outputs { get; init; } = [];

    /// <summary>How long judging one case may take before it is named.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether it is told what the tests have seen of the policies.</summary>
    public bool Covers { get; init; }

    /// <summary>Files to write coverage to, with their forms.</summary>
    public IReadOnlyList<(string Path, CoverageFormat Format)> CoverageOutputs { get; init; } = [];

    /// <summary>Whether mutants of the policies are tried.</summary>
    public bool Mutates { get; init; }

    /// <summary>The least part of outcomes that must be seen, and of mutants that must be noticed, from 0 to 1; null for any.</summary>
    public decimal? Requires { get; init; }

    /// <summary>Whether reports are compared with the verified files beside the tests.</summary>
    public bool Compares { get; init; }

    /// <summary>Whether the reports become the verified files.</summary>
    public bool Accepts { get; init; }

    /// <summary>Whether to run again when a file changes.</summary>
    public bool Watches { get; init; }
}
