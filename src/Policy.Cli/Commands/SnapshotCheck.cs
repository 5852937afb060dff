using Policy.Cli.Terminal;
using Policy.Cli.TestReports;
using Policy.Testing.Snapshots;

namespace Policy.Cli.Commands;

/// <summary>Compares reports with the verified ones, and tells what is otherwise on standard error.</summary>
internal static class SnapshotCheck
{
    /// <summary>Compares the reports of all cases.</summary>
    /// <param name="report">What the tests gave.</param>
    /// <param name="accepts">Whether what is otherwise becomes the verified report.</param>
    /// <returns>Whether all are equal, or were accepted.</returns>
    /// <exception cref="CommandFailure">A file cannot be read or written (74).</exception>
    public static bool Run(TestReport report, bool accepts)
    {
        try
        {
            var different = report.Suites
                .SelectMany(suite => new SnapshotFiles(Path.GetDirectoryName(suite.Suite.Tests.Origin.File)!).Compare(suite))
                .Where(comparison => !comparison.IsSame)
                .ToList();
            foreach (var comparison in different)
            {
                Tell(comparison, accepts);
            }

            if (different.Count > 0 && !accepts)
            {
                Console.Error.WriteLine($"{different.Count} of the reports are not as they were verified\nhelp: `policy test --accept` takes them over");
            }

            return accepts || different.Count == 0;
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            throw new CommandFailure(ExitCode.InputOutput, $"snapshots: {FileTrouble.Reason(error)}");
        }
    }

    private static void Tell(SnapshotComparison comparison, bool accepts)
    {
        if (accepts)
        {
            SnapshotFiles.Accept(comparison);
            Console.Error.WriteLine($"{(comparison.Report is null ? "removed" : "accepted")} {Plain.Text(comparison.Verified)}");
            return;
        }

        Console.Error.WriteLine((comparison.Before, comparison.Report) switch
        {
            (null, _) => $"{Plain.Text(comparison.Verified)}: there is no such file yet; see {Plain.Text(comparison.Received)}",
            (_, null) => $"{Plain.Text(comparison.Verified)}: no case of that name is left",
            var (before, after) => string.Join('\n', UnifiedDiff.Of(comparison.Verified, before, after).TrimEnd('\n').Split('\n').Select(Plain.Text)),
        });
    }
}
