using System.Diagnostics;
using Policy.Collection;
using Policy.Collection.Doors.Programs;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class CommandRunTests
{
    private static readonly CommandLimits Short = new(TimeSpan.FromMilliseconds(300), 10_000);
    private static readonly CommandLimits Long = new(TimeSpan.FromSeconds(20), 10_000);

    [Fact]
    public void The_output_is_the_answer()
    {
        Assert.Equal("out\n", Run("echo out; echo err >&2", Long).Content);
    }

    [Fact]
    public void Both_outputs_are_the_answer_where_the_table_says_so()
    {
        Assert.Equal("out\nerr\n", Run("echo out; echo err >&2", Long, HostCommandAnswer.OutputAndErrors).Content);
    }

    [Theory]
    [InlineData("sleep 1000")]
    [InlineData("trap '' TERM INT HUP; while :; do sleep 1; done")]
    [InlineData("exec >&-; sleep 1000")]
    [InlineData("echo half; sleep 1000 & sleep 1000")]
    public void A_program_that_does_not_end_is_killed(string script)
    {
        var clock = Stopwatch.StartNew();

        var reading = Assert.IsType<Failed<string>>(Run(script, Short));

        Assert.Equal((UnknownCause.Timeout, "no end within 0.3 s"), (reading.Cause, reading.Detail));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void An_orphan_that_keeps_the_pipe_delays_nothing_and_is_killed()
    {
        var clock = Stopwatch.StartNew();

        var text = Run("sleep 1000 & echo $!", Long).Content!;

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10));
        Assert.True(SpinWait.SpinUntil(() => IsGone(text.Trim()), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Output_without_end_is_cut_off()
    {
        var reading = Assert.IsType<Failed<string>>(Run("while :; do echo y; done", Long));

        Assert.Equal((UnknownCause.Malformed, "more than 10000 bytes"), (reading.Cause, reading.Detail));
    }

    [Fact]
    public void All_of_a_long_answer_is_read()
    {
        var text = Run("head -c 200000 /dev/zero", Long with { MostBytes = 200_000 }).Content!;

        Assert.Equal(200_000, text.Length);
    }

    [Theory]
    [InlineData("exit 3", "exit 3")]
    [InlineData("kill -9 $$", "signal 9")]
    public void Silence_and_failure_are_malformed(string script, string detail)
    {
        var reading = Assert.IsType<Failed<string>>(Run(script, Long));

        Assert.Equal((UnknownCause.Malformed, detail), (reading.Cause, reading.Detail));
    }

    [Fact]
    public void An_answer_counts_even_if_the_program_then_fails()
    {
        Assert.Equal("1.0\n", Run("echo 1.0; exit 1", Long).Content);
    }

    [Fact]
    public void A_program_sees_nothing_of_ours_but_path_and_home()
    {
        var names = Run("env | sed 's/=.*//' | sort | grep -vxE '_|PWD|SHLVL|OLDPWD'; pwd; cat", Long).Content;

        Assert.Equal("GOTOOLCHAIN\nHOME\nLC_ALL\nPATH\nRUSTUP_AUTO_INSTALL\n/\n", names);
    }

    [Fact]
    public void A_program_ends_by_a_broken_pipe_like_everywhere()
    {
        // Which of the two writes first is the scheduler's choice.
        var lines = Run("(yes; echo $? >&2) | head -1", Long, HostCommandAnswer.OutputAndErrors).Content!.Split('\n').Order(StringComparer.Ordinal);

        Assert.Equal(["", "141", "y"], lines);
    }

    [Fact]
    public void A_file_that_is_no_program_is_unknown_with_the_errors_name()
    {
        var command = new HostCommand("version", []);

        Assert.Equal(new Failed<string>(UnknownCause.Denied, "version", "EACCES"), CommandRun.Run("/proc/version", command, Long));
    }

    private static Reading<string> Run(string script, CommandLimits limits, HostCommandAnswer answer = HostCommandAnswer.Output) =>
        CommandRun.Run("/bin/sh", new HostCommand("sh", ["-c", script], answer), limits);

    // An orphan that was killed stays a zombie until the system's first process looks after it.
    private static bool IsGone(string process)
    {
        var status = HostRoot.Live.Text($"proc/{process}/stat");
        return status is Missing<string> || status.Content!.Contains(") Z ", StringComparison.Ordinal);
    }
}
