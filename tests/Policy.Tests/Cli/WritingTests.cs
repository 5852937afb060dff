namespace Policy.Tests.Cli;

public sealed class WritingTests
{
    [Fact]
    public void A_report_is_there_whole_and_nothing_stands_beside_it()
    {
        using var folder = new ToolFolder();
        Directory.CreateDirectory(folder.File("out"));

        var run = folder.Run("check", "rack.yaml", "--facts", "pass.json", "-o", "out/a.json", "-o", "out/a.ndjson", "-o", "out/a.txt");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(["a.json", "a.ndjson", "a.txt"], Directory.EnumerateFileSystemEntries(folder.File("out")).Select(Path.GetFileName).Order());
        Assert.Equal(folder.Run("check", "rack.yaml", "--facts", "pass.json", "--format", "json").Output, File.ReadAllText(folder.File("out/a.json")));
    }

    [Theory]
    [InlineData("nowhere/report.json", "cannot create nowhere/report.json: there is no such folder")]
    [InlineData("folder.json", "cannot create folder.json: it is a folder")]
    [InlineData("rack.yaml/report.json", "cannot create rack.yaml/report.json")]
    public void A_report_that_cannot_be_created_ends_with_73(string path, string message)
    {
        using var folder = new ToolFolder();
        Directory.CreateDirectory(folder.File("folder.json"));

        var run = folder.Run("check", "rack.yaml", "--facts", "pass.json", "-o", path);

        Assert.Equal(73, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_old_report_stays_when_the_new_one_cannot_be_written()
    {
        using var folder = new ToolFolder();
        folder.Write("report.json", "the old one");

        // No file may grow beyond one block, as on a full disk; the runtime's own large mapping is kept out of the way.
        var run = folder.Shell("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0; ulimit -f 1; \"$0\" check rack.yaml --facts pass.json -o report.json");

        Assert.Equal(74, run.ExitCode);
        Assert.StartsWith("policy: cannot write report.json: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("the old one", File.ReadAllText(folder.File("report.json")));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.Path), file => Path.GetFileName(file).StartsWith('.'));
    }

    [Theory]
    [InlineData("check rack.yaml --facts pass.json")]
    [InlineData("check rack.yaml --facts pass.json --format json")]
    [InlineData("check rack.yaml --facts pass.json --format ndjson")]
    [InlineData("lint rack.yaml")]
    [InlineData("facts --catalogue")]
    [InlineData("schema policy")]
    [InlineData("check --help")]
    [InlineData("")]
    public void A_full_disk_behind_standard_output_ends_with_74(string line)
    {
        using var folder = new ToolFolder();

        var run = folder.Shell($"\"$0\" {line} > /dev/full");

        Assert.Equal(74, run.ExitCode);
        Assert.StartsWith("policy: cannot write standard output: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("facts --catalogue")]
    [InlineData("schema policy")]
    public void A_reader_that_goes_away_ends_the_tool_quietly(string line)
    {
        using var folder = new ToolFolder();

        var run = folder.Shell($"\"$0\" {line} | head -1");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Single(run.Output.TrimEnd().Split('\n'));
    }
}
