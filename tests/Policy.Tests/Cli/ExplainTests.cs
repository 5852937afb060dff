namespace Policy.Tests.Cli;

public sealed class ExplainTests
{
    private static readonly string Hosts = Path.Join(Repository.Root, "tests/hosts");

    [Fact]
    public void A_code_is_explained_by_a_wrong_and_a_right_document() => Snapshots.Snapshot.Verify(Explain("POL2006"), "txt");

    [Fact]
    public void An_operator_is_explained_by_its_types_and_an_example() => Snapshots.Snapshot.Verify(Explain("contains_any"), "txt");

    [Fact]
    public void A_keyword_is_explained_in_chinese() => Snapshots.Snapshot.Verify(Explain("every", "--lang", "zh-TW"), "txt");

    [Fact]
    public void A_fact_is_explained_with_its_value_on_a_host() =>
        Snapshots.Snapshot.Verify(Explain("kvm.open", "--root", Path.Join(Hosts, "kvm-denied-to-nobody")), "txt");

    [Fact]
    public void A_rule_is_explained_in_prose() => Snapshots.Snapshot.Verify(Explain("kvm-host/cpu-virtualization"), "txt");

    [Fact]
    public void A_rule_is_explained_in_chinese() => Snapshots.Snapshot.Verify(Explain("kvm-host/cpu-virtualization", "--lang", "zh-Hant"), "txt");

    [Fact]
    public void A_failure_is_explained_with_what_would_change_it() =>
        Snapshots.Snapshot.Verify(Explain("kvm-host/cpu-virtualization", "--root", Path.Join(Hosts, "svm-off")), "txt");

    [Fact]
    public void A_failure_is_explained_in_chinese() =>
        Snapshots.Snapshot.Verify(Explain("kvm-host/cpu-virtualization", "--root", Path.Join(Hosts, "svm-off"), "--lang", "zh_TW.UTF-8"), "txt");

    [Fact]
    public void A_policy_is_explained_rule_by_rule() => Snapshots.Snapshot.Verify(Explain("container-engine"), "txt");

    [Fact]
    public void A_rule_of_a_file_is_explained_with_the_hosts_of_fact_documents()
    {
        using var folder = new ToolFolder();

        var run = folder.Shell("COLUMNS=80 \"$0\" explain rack.yaml slots --facts unknown.json && COLUMNS=80 \"$0\" explain rack.yaml place --facts - <pass.json");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Snapshots.Snapshot.Verify(run.Output, "txt");
    }

    [Theory]
    [InlineData("cpu.flag", 64, "policy: nothing is called `cpu.flag`\nhelp: did you mean `cpu.flags`?\n")]
    [InlineData("at_lest", 64, "policy: nothing is called `at_lest`\nhelp: did you mean `at_least`?\n")]
    [InlineData("POL2999", 64, "policy: nothing is called `POL2999`\nhelp: did you mean `POL2009`?\n")]
    [InlineData("kvm-host/kvm-work", 64, "policy: `kvm-host` has no rule `kvm-work`\nhelp: did you mean `kvm-works`?\n")]
    [InlineData("nowhere.yaml", 66, "policy: nowhere.yaml: there is no such file\n")]
    [InlineData("at_least --lang tlh", 64, "policy: --lang tlh: known are en, zh-Hant, zh-Hans\n")]
    [InlineData("kvm-host/kvm-works --facts nowhere.json", 66, "policy: cannot read nowhere.json: there is no such file\n")]
    public void An_unknown_name_is_told_with_the_nearest_one(string line, int exitCode, string error)
    {
        using var folder = new ToolFolder();

        var run = folder.Run(["explain", .. line.Split(' ')]);

        Assert.Equal(new ToolRun(exitCode, string.Empty, error), run);
    }

    [Fact]
    public void The_language_follows_the_environment()
    {
        using var folder = new ToolFolder();

        var chinese = folder.Shell("LC_ALL= LC_MESSAGES=zh_TW.UTF-8 LANG=C \"$0\" explain at_least");
        var english = folder.Shell("LC_ALL=C LC_MESSAGES=zh_TW.UTF-8 \"$0\" explain at_least");

        Assert.Contains("範例", chinese.Output, StringComparison.Ordinal);
        Assert.Contains("Example", english.Output, StringComparison.Ordinal);
    }

    private static string Explain(params string[] what)
    {
        using var folder = new ToolFolder();
        var run = folder.Shell($"LC_ALL=C COLUMNS=80 \"$0\" explain {string.Join(' ', what.Select(word => $"'{word}'"))}");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        return run.Output;
    }
}
