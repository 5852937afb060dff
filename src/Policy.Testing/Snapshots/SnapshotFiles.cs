using Policy.Core.Diagnostics;
using Policy.Testing.Suites;

namespace Policy.Testing.Snapshots;

/// <summary>Compares the report about each case of tests with the file that was reviewed, beside the tests.</summary>
/// <remarks>
/// The file of the case <c>intel 2</c> of <c>kvm-host.test.yaml</c> is <c>kvm-host.intel-2.verified.md</c>. A difference leaves <c>kvm-host.intel-2.received.md</c>
/// beside it, until the reports are equal. Line ends do not count.
/// </remarks>
/// <param name="folder">The folder of the tests; empty for the current one.</param>
public sealed class SnapshotFiles(string folder)
{
    /// <summary>One comparison for each case, then one for each verified file of which no case is left.</summary>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read or written.</exception>
    public Sequence<SnapshotComparison> Compare(SuiteResult suite)
    {
        var cases = suite.Cases.Select(item => Compare(Stem(suite, item), SteadyReport.Markdown(item.Findings))).ToList();
        var known = cases.Select(item => item.Verified).ToHashSet(StringComparer.Ordinal);
        var left = Directory.EnumerateFiles(folder.Length == 0 ? "." : folder, $"{suite.Suite.Name}.*.verified.md").Select(file => Path.Join(folder, Path.GetFileName(file))).Order(StringComparer.Ordinal).Where(file => !known.Contains(file));
        return [.. cases, .. left.Select(file => new SnapshotComparison(file, Read(file), null))];
    }

    /// <summary>Makes what was received the verified file, and takes one away of which no case is left.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static void Accept(SnapshotComparison comparison)
    {
        if (comparison.Report is null)
        {
            File.Delete(comparison.Verified);
        }
        else
        {
            File.Move(comparison.Received, comparison.Verified, overwrite: true);
        }
    }

    private string Stem(SuiteResult suite, CaseResult item) => Path.Join(folder, $"{suite.Suite.Name}.{item.Case.Name.Replace(' ', '-')}");

    private static SnapshotComparison Compare(string stem, string report)
    {
        var verified = $"{stem}.verified.md";
        var comparison = new SnapshotComparison(verified, File.Exists(verified) ? Read(verified) : null, report);
        if (comparison.IsSame)
        {
            File.Delete(comparison.Received);
        }
        else
        {
            File.WriteAllText(comparison.Received, report);
        }

        return comparison;
    }

    private static string Read(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");
}

/// <summary>A report beside the one that was reviewed.</summary>
/// <param name="Verified">The reviewed file.</param>
/// <param name="Before">Its text; null if there is none.</param>
/// <param name="Report">The report; null if no case of that name is left.</param>
public sealed record SnapshotComparison(string Verified, string? Before, string? Report)
{
    /// <summary>The file that a difference leaves.</summary>
    public string Received => $"{Verified[..^"verified.md".Length]}received.md";

    /// <summary>Whether they are equal.</summary>
    public bool IsSame => Before == Report;
}
