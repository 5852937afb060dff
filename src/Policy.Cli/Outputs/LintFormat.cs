using System.Collections.Immutable;

namespace Policy.Cli.Outputs;

/// <summary>A form in which machines read complaints.</summary>
/// <param name="Name">What <c>--format</c> takes.</param>
/// <param name="Write">Makes the document.</param>
internal sealed record LintFormat(string Name, Func<LintReport, byte[]> Write)
{
    /// <summary>The name of the form for people, which is none of these.</summary>
    public const string Text = "text";

    /// <summary>All of them.</summary>
    public static ImmutableArray<LintFormat> Everything { get; } = [new("json", LintJson.Write), new("sarif", LintSarif.Write), new("github", LintAnnotations.Write)];
}
