namespace Policy.Tests.Cli;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("check rack.yaml --facts pass.json", 0)]
    [InlineData("check rack.yaml --facts fail.json", 1)]
    [InlineData("check rack.yaml --facts unknown.json", 2)]
    [InlineData("check rack.yaml --facts other.json", 2)]
    [InlineData("check rack.yaml --facts unknown.json --allow-unknown", 0)]
    [InlineData("check rack.yaml --facts other.json --allow-unknown", 2)]
    [InlineData("check rack.yaml --facts other.json --allow-empty", 0)]
    [InlineData("check rack.yaml --facts fail.json --allow-unknown --allow-empty", 1)]
    [InlineData("check rack.yaml --facts fail.json --fail-on medium", 1)]
    [InlineData("check rack.yaml --facts fail.json --fail-on high", 0)]
    [InlineData("check rack.yaml --facts unknown.json --fail-on medium", 0)]
    [InlineData("check rack.yaml --facts pass.json --set rack.least=4", 0)]
    [InlineData("check rack.yaml --facts pass.json --set rack.least=5", 1)]
    [InlineData("lint rack.yaml", 0)]
    public void The_verdict_is_the_exit_code(string line, int exitCode)
    {
        using var folder = new ToolFolder();

        var run = folder.Run(line.Split(' '));

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("check --bogus", "unknown option `--bogus`")]
    [InlineData("check --allow-unkown", "did you mean `--allow-unknown`?")]
    [InlineData("chekc", "did you mean `check`?")]
    [InlineData("check --set nonsense", "--set nonsense: expected POLICY.PARAMETER=VALUE")]
    [InlineData("check rack.yaml --facts pass.json --set rack.least=0", "--set rack.least=0: error POL2009: `0` is out of the bounds of `least`\n  help: it must hold: at least 1")]
    [InlineData("check rack.yaml --facts pass.json --set rack.laest=1", "did you mean `least`?")]
    [InlineData("check rack.yaml --facts pass.json --set rakc.least=1", "did you mean `rack`?")]
    [InlineData("check rack.yaml --facts pass.json -o report.xyz", "-o report.xyz: the ending names no form")]
    [InlineData("check rack.yaml --facts pass.json --at yesterday", "--at yesterday: expected 2026-11-22")]
    [InlineData("check --fail-on worst", "expected one of `critical`, `high`, `medium`, `low`, `info`")]
    [InlineData("check --facts", "required argument missing for option: `--facts`")]
    [InlineData("schema", "required argument `NAME` missing")]
    [InlineData("schema polcy", "did you mean `policy`?")]
    public void A_wrong_command_line_ends_with_64_and_says_why(string line, string message)
    {
        using var folder = new ToolFolder();

        var run = folder.Run(line.Split(' '));

        Assert.Equal((64, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check nowhere.yaml", "nowhere.yaml: no such file, folder or shipped policy")]
    [InlineData("check empty", "no policy in empty")]
    [InlineData("lint nowhere.yaml", "nowhere.yaml: no such file, folder or shipped policy")]
    [InlineData("check rack.yaml --facts nowhere.json", "cannot read nowhere.json: there is no such file")]
    [InlineData("check rack.yaml --facts empty", "no fact document in empty")]
    [InlineData("check rack.yaml --facts /dev/null", "/dev/null: empty")]
    [InlineData("check rack.yaml --root nowhere", "cannot read nowhere: there is no such file")]
    [InlineData("facts rack.yaml --root nowhere", "cannot read nowhere: there is no such file")]
    public void An_input_that_is_not_there_ends_with_66_and_its_name(string line, string message)
    {
        using var folder = new ToolFolder();
        Directory.CreateDirectory(folder.File("empty"));

        var run = folder.Run(line.Split(' '));

        Assert.Equal((66, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_arguments_the_tool_welcomes_and_does_not_say_that_all_is_well()
    {
        using var folder = new ToolFolder();

        var run = folder.Run();

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("policy check", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing has been checked yet", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", 3)]
    [InlineData("facts", 5)]
    [InlineData("lint", 2)]
    [InlineData("init", 2)]
    [InlineData("schema", 2)]
    public void The_help_of_every_verb_shows_examples(string verb, int examples)
    {
        using var folder = new ToolFolder();

        var run = folder.Run(verb, "--help");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(examples, run.Output.Split($"    policy {verb} ").Length - 1);
    }
}
