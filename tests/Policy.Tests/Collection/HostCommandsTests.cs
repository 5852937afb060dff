using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostCommandsTests : IDisposable
{
    private static readonly HostCommand Docker = new("docker", ["--version"]);
    private readonly TemporaryFolder folder = new();

    private HostCommands Recorded => new(HostRoot.OfFolder(folder.Path));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_captured_root_gives_what_was_recorded()
    {
        folder.Write(".policy/commands/docker --version", "Docker version 28.2.2\n");

        Assert.Equal(new Got<string>("Docker version 28.2.2\n", ".policy/commands/docker --version"), Recorded.Run(Docker));
    }

    [Fact]
    public void A_captured_root_never_runs_a_program()
    {
        Assert.All(HostCommand.Everything, command => Assert.IsType<Missing<string>>(Recorded.Run(command)));
    }

    [Fact]
    public void A_command_that_is_not_in_the_table_is_a_bug()
    {
        var command = new HostCommand("rm", ["-rf", "/"]);

        Assert.Throws<ArgumentException>(() => Recorded.Run(command));
    }

    [Fact]
    public void What_is_only_recorded_is_never_run()
    {
        var reading = Assert.IsType<Failed<string>>(new HostCommands(HostRoot.Live).Run(HostCommand.KernelLog));

        Assert.Equal(UnknownCause.NotCollected, reading.Cause);
    }

    [Fact]
    public void No_recording_is_named_like_another_one_or_leaves_its_folder()
    {
        var names = HostCommand.Everything.Select(command => command.ToString()).ToArray();

        Assert.Equal(names.Distinct(), names);
        Assert.All(names, name => Assert.DoesNotContain('/', name));
    }

    [Fact]
    public void A_program_that_is_in_no_folder_of_the_path_is_missing()
    {
        Assert.Equal(new Missing<string>("no-such-program"), HostCommands.Find("no-such-program"));
        Assert.True(Path.IsPathRooted(HostCommands.Find("sh").Content));
    }
}
