using System.Collections.Immutable;

namespace Policy.Cli.TestReports;

/// <summary>A form in which machines read what tests gave.</summary>
/// <param name="Name">What <c>--format</c> takes.</param>
/// <param name="Ending">The ending of files that are written in it.</param>
/// <param name="Write">Makes the document.</param>
internal sealed record TestFormat(string Name, string Ending, Func<TestReport, byte[]> Write)
{
    /// <summary>The name of the form for people, which is none of these.</summary>
    public const string Text = "text";

    /// <summary>All of them.</summary>
    public static ImmutableArray<TestFormat> Everything { get; } =
        [new("tap", ".tap", TestTap.Write), new("junit", ".xml", TestJunit.Write), new("json", ".json", TestJson.Write)];

    /// <summary>The form that a file's ending names; null if none does.</summary>
    public static TestFormat? OfFile(string path) => Everything.FirstOrDefault(format => path.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase));
}
