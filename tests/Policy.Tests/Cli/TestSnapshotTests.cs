namespace Policy.Tests.Cli;

public sealed class TestSnapshotTests
{
    private const string Tests = "tests: rack\nhosts: { good: { from: pass.json }, bad: { from: fail.json } }\ncases:\n- { host: good, expect: { '*': pass } }\n- { host: bad, expect: { place: fail, slots: pass } }\n- { host: bad, parameters: { least: 9 }, expect: { '*': fail } }\n";

    [Fact]
    public void A_report_that_nobody_verified_is_left_beside_the_tests_and_fails()
    {
        using var folder = Folder();

        var run = folder.Run("test", "rack.yaml", "--snapshot");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("rack.good.verified.md: there is no such file yet; see rack.good.received.md\n", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("3 of the reports are not as they were verified\nhelp: `policy test --accept` takes them over\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(["rack.bad-2.received.md", "rack.bad.received.md", "rack.good.received.md"], Reports(folder));
    }

    [Fact]
    public void Accepted_reports_are_equal_from_then_on_wherever_the_tests_are_run_from()
    {
        using var folder = Folder();

        var accepted = folder.Shell("env -u CI \"$0\" test rack.yaml --accept");
        var again = folder.Run("test", "rack.yaml", "--snapshot");
        var elsewhere = folder.Shell($"cd / && \"$0\" test '{folder.Path}' --snapshot");

        Assert.Equal((0, "accepted rack.good.verified.md\naccepted rack.bad.verified.md\naccepted rack.bad-2.verified.md\n"), (accepted.ExitCode, accepted.Error));
        Assert.Equal((0, string.Empty), (again.ExitCode, again.Error));
        Assert.Equal((0, string.Empty), (elsewhere.ExitCode, elsewhere.Error));
        Assert.Equal(["rack.bad-2.verified.md", "rack.bad.verified.md", "rack.good.verified.md"], Reports(folder));
    }

    [Fact]
    public void A_changed_report_is_shown_as_a_difference()
    {
        using var folder = Folder();
        folder.Shell("env -u CI \"$0\" test rack.yaml --accept");
        folder.Write("rack.yaml", File.ReadAllText(folder.File("rack.yaml")).Replace("It stands in rack a", "It stands in the right rack", StringComparison.Ordinal));

        var run = folder.Run("test", "rack.yaml", "--snapshot");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--- rack.good.verified.md\n+++ rack.good.verified.md\n@@ ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n-- ✓ It stands in rack a (", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n+- ✓ It stands in the right rack (", run.Error, StringComparison.Ordinal);
        Assert.Contains("rack.good.received.md", Reports(folder));
    }

    [Fact]
    public void A_verified_report_without_a_case_is_told_and_removed_on_request()
    {
        using var folder = Folder();
        folder.Shell("env -u CI \"$0\" test rack.yaml --accept");
        folder.Write("rack.gone.verified.md", "# old\n");

        var told = folder.Run("test", "rack.yaml", "--snapshot");
        var removed = folder.Shell("env -u CI \"$0\" test rack.yaml --accept");

        Assert.Equal(1, told.ExitCode);
        Assert.StartsWith("rack.gone.verified.md: no case of that name is left\n", told.Error, StringComparison.Ordinal);
        Assert.Equal((0, "removed rack.gone.verified.md\n"), (removed.ExitCode, removed.Error));
        Assert.DoesNotContain("rack.gone.verified.md", Reports(folder));
    }

    [Fact]
    public void Nothing_is_accepted_where_CI_is_set()
    {
        using var folder = Folder();

        var run = folder.Shell("CI=true \"$0\" test rack.yaml --accept");

        Assert.Equal((64, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("nothing is accepted where CI is set", run.Error, StringComparison.Ordinal);
        Assert.Empty(Reports(folder));
    }

    private static IEnumerable<string> Reports(ToolFolder folder) => Directory.EnumerateFiles(folder.Path, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static ToolFolder Folder()
    {
        var folder = new ToolFolder();
        folder.Write("rack.test.yaml", Tests);
        return folder;
    }
}
