using System.Runtime.Versioning;
using System.Text;

namespace Policy.Tests.Cli;

[UnsupportedOSPlatform("windows")]
public sealed class LintFixTests
{
    private const string Broken =
        """
        policy: broken
        version: 1.0.0
        title: t
        facts: { site.load: { type: percent, describe: Load } }
        rules:
          - id: memory
            title: t
            severity: hihg
            require: { memory.usable: { between: ["8 gib", 1 GiB] } }  # stays
          - { id: load, title: t, severity: low, needs: [memroy], require: { site.load: { at_most: 80 } } }
        """;

    private const string Difference =
        """
        --- broken.yaml
        +++ broken.yaml
        @@ -5,6 +5,6 @@
         rules:
           - id: memory
             title: t
        -    severity: hihg
        -    require: { memory.usable: { between: ["8 gib", 1 GiB] } }  # stays
        -  - { id: load, title: t, severity: low, needs: [memroy], require: { site.load: { at_most: 80 } } }
        \ No newline at end of file
        +    severity: high
        +    require: { memory.usable: { between: [1 GiB, "8 GiB"] } }  # stays
        +  - { id: load, title: t, severity: low, needs: [memory], require: { site.load: { at_most: 80% } } }
        \ No newline at end of file

        """;

    [Fact]
    public void A_dry_run_shows_the_changes_and_makes_none()
    {
        using var folder = new ToolFolder();
        folder.Write("broken.yaml", Broken);

        var run = folder.Run("lint", "--fix", "--dry-run", "broken.yaml");

        Assert.Equal((65, Broken), (run.ExitCode, File.ReadAllText(folder.File("broken.yaml"))));
        Assert.Equal($"{Difference}4 errors, 0 warnings in 1 file, 0 rules read\n", run.Output);
    }

    [Fact]
    public void What_is_mended_is_sound_keeps_its_form_and_is_not_mended_again()
    {
        using var folder = new ToolFolder();
        folder.Write("broken.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Broken.Replace("\n", "\r\n", StringComparison.Ordinal))]);
        File.SetUnixFileMode(folder.File("broken.yaml"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupExecute);
        File.CreateSymbolicLink(folder.File("link.yaml"), "broken.yaml");

        var (first, second) = (folder.Run("lint", "--fix", "link.yaml"), folder.Run("lint", "--fix", "link.yaml"));

        var text = Broken.Replace("hihg", "high", StringComparison.Ordinal).Replace("[\"8 gib\", 1 GiB]", "[1 GiB, \"8 GiB\"]", StringComparison.Ordinal)
            .Replace("memroy", "memory", StringComparison.Ordinal).Replace("80 ", "80% ", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], File.ReadAllBytes(folder.File("broken.yaml")));
        Assert.Equal((0, string.Empty), (first.ExitCode, first.Error));
        Assert.Equal(new ToolRun(0, "0 errors, 0 warnings in 1 file, 2 rules read\n", string.Empty), second);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupExecute, File.GetUnixFileMode(folder.File("broken.yaml")));
        Assert.NotNull(new FileInfo(folder.File("link.yaml")).LinkTarget);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.Path), file => Path.GetFileName(file).StartsWith('.'));
    }

    [Fact]
    public void A_mistake_that_was_hidden_behind_another_is_mended_too()
    {
        using var folder = new ToolFolder();
        folder.Write("p.yaml", "policy: p\nversion: 1.0.0\ntitle: t\nrules: [{ id: a, title: t, severity: low, require: { memory.totl: { between: [8 gib, 4 GiB] } } }]\n");

        var run = folder.Run("lint", "--fix", "p.yaml");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("{ memory.total: { between: [4 GiB, 8 GiB] } }", File.ReadAllText(folder.File("p.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_the_author_can_decide_stays_beside_what_is_mended()
    {
        using var folder = new ToolFolder();
        folder.Write("broken.yaml", Broken.Replace("80", "eighty", StringComparison.Ordinal));

        var run = folder.Run("lint", "--fix", "broken.yaml");

        Assert.Equal(65, run.ExitCode);
        Assert.Contains("broken.yaml:10:92: error POL2005: `eighty` is not a percent", run.Error, StringComparison.Ordinal);
        Assert.Contains("severity: high\n", File.ReadAllText(folder.File("broken.yaml")), StringComparison.Ordinal);
        Assert.Contains("at_most: eighty", File.ReadAllText(folder.File("broken.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_makes_it_worse_is_not_made()
    {
        using var folder = new ToolFolder();
        var text = Broken.Replace("needs: [memroy], require: { site.load: { at_most: 80 } }", "require: { os.id: a, os.idd: b }", StringComparison.Ordinal);
        folder.Write("broken.yaml", text);

        var run = folder.Run("lint", "--fix", "broken.yaml");

        Assert.Equal((65, text), (run.ExitCode, File.ReadAllText(folder.File("broken.yaml"))));
    }

    [Theory]
    [InlineData("lint --fix -", 64, "--fix changes files, and standard input is none")]
    [InlineData("lint --fix kvm-host", 64, "--fix changes files, and `kvm-host` is a part of the program")]
    [InlineData("lint --fix nowhere.yaml", 66, "nowhere.yaml: no such file or folder")]
    [InlineData("lint --fix --format json rack.yaml", 64, "--fix shows its changes on standard output")]
    public void What_is_no_file_is_not_mended(string line, int exitCode, string message)
    {
        using var folder = new ToolFolder();

        var run = folder.RunWith(Broken, line.Split(' '));

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_beside_the_named_profile_is_not_touched()
    {
        using var folder = new ToolFolder();
        folder.Write("broken.yaml", Broken);
        folder.Write("all.yaml", "profile: all\nversion: 1.0.0\ntitle: t\ninclude: [{ policy: broken }]\n");

        var run = folder.Run("lint", "--fix", "all.yaml");

        Assert.Equal((65, Broken), (run.ExitCode, File.ReadAllText(folder.File("broken.yaml"))));
    }
}
