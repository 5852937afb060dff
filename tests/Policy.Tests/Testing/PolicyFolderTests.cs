using Policy.Collection;
using Policy.Core.Evaluation;
using Policy.Testing;

namespace Policy.Tests.Testing;

public sealed class PolicyFolderTests
{
    private const string Policy = "policy: first\nversion: 1.0.0\ntitle: t\nrules: [{ id: memory, title: Memory is enough, severity: high, require: { memory.usable: { at_least: 4 GiB } } }]\n";
    private const string Tests = "tests: first\nhosts: { one: { from: one.json }, small: { based_on: one, set: { memory.usable: 1 GiB } } }\ncases:\n- { host: one, expect: { memory: pass } }\n- { host: small, expect: { memory: pass } }\n";
    private const string Facts = """{ "format": 1, "host": "one", "facts": { "memory": { "usable": 8589934592 } } }""";

    [Fact]
    public void Every_case_of_a_folder_can_be_run_by_its_name()
    {
        using var folder = Folder(Policy, Tests);

        var policies = PolicyFolder.Load(folder.Path, FactSources.Catalogue);

        Assert.Equal(["first/one", "first/small"], policies.Cases.Select(item => (string)item[0]));
        Assert.Empty(policies.Run("first/one").Complaint);
        Assert.Equal(Verdict.Fail, policies.Run("first/small").Findings.Verdict);
        Assert.Contains("memory: expected pass, is fail", policies.Run("first/small").Complaint, StringComparison.Ordinal);
        Assert.Contains("+ - { host: small, expect: { memory: fail } }", policies.Run("first/small").Complaint, StringComparison.Ordinal);
        Assert.Contains("Memory is enough", policies.Run("first/small").Report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_tells_nothing_of_when_and_where_it_was_made()
    {
        using var folder = Folder(Policy, Tests);
        File.WriteAllText(Path.Join(folder.Path, "one.json"), Facts.Replace("\"facts\"", "\"collected_at\": \"2026-11-22T10:00:00Z\", \"collector\": \"policy 9.9.9\", \"facts\"", StringComparison.Ordinal));

        var report = PolicyFolder.Load(folder.Path, FactSources.Catalogue).Run("first/one").Report;

        Assert.DoesNotContain("2026", report, StringComparison.Ordinal);
        Assert.DoesNotContain("9.9.9", report, StringComparison.Ordinal);
        Assert.DoesNotContain("sha256", report, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at_least: 4 GiB", "at_leest: 4 GiB", "POL2003")]
    [InlineData("policy: first", "policy: other", "POL2018")]
    public void A_folder_with_unsound_documents_is_refused_with_every_complaint(string before, string after, string code)
    {
        using var folder = Folder(Policy.Replace(before, after, StringComparison.Ordinal), Tests);

        var error = Assert.Throws<PolicyTestException>(() => PolicyFolder.Load(folder.Path, FactSources.Catalogue));

        Assert.Contains(code, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_fixture_is_told_with_the_nearest_name()
    {
        using var folder = Folder(Policy, Tests.Replace("one.json", "oen.json", StringComparison.Ordinal));

        var error = Assert.Throws<PolicyTestException>(() => PolicyFolder.Load(folder.Path, FactSources.Catalogue));

        Assert.Contains("there is no file `oen.json` (help: did you mean `one.json`?)", error.Message, StringComparison.Ordinal);
    }

    private static TemporaryFolder Folder(string policy, string tests)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(Path.Join(folder.Path, "first.yaml"), policy);
        File.WriteAllText(Path.Join(folder.Path, "first.test.yaml"), tests);
        File.WriteAllText(Path.Join(folder.Path, "one.json"), Facts);
        return folder;
    }
}
