using System.Text;
using Policy.Collection;
using Policy.Core.Evaluation;
using Policy.Testing;

namespace Policy.Tests.Testing;

public sealed class PolicyUnderTestTests
{
    private const string Memory = """
        policy: first
        version: 1.0.0
        title: A host for small services
        rules:
          - id: memory
            title: Memory is enough
            severity: high
            require: { memory.usable: { at_least: 4 GiB } }
        """;

    [Theory]
    [InlineData("""{ "memory": { "usable": 8589934592 } }""", Verdict.Pass)]
    [InlineData("""{ "memory": { "usable": 1024 } }""", Verdict.Fail)]
    [InlineData("""{ "memory": { "usable": null } }""", Verdict.Fail)]
    [InlineData("{ }", Verdict.Unknown)]
    public void A_policy_judges_the_facts_that_a_test_gives(string facts, Verdict expected)
    {
        var policy = PolicyUnderTest.Load("first.yaml", Encoding.UTF8.GetBytes(Memory), FactSources.Catalogue).Value!;

        var findings = policy.Judge(Encoding.UTF8.GetBytes($$"""{ "format": 1, "host": "h", "facts": {{facts}} }"""));

        Assert.Equal(expected, findings.Verdict);
    }

    [Fact]
    public void A_report_of_the_findings_can_be_compared()
    {
        var policy = PolicyUnderTest.Load("first.yaml", Encoding.UTF8.GetBytes(Memory), FactSources.Catalogue).Value!;

        var report = PolicyUnderTest.Markdown(policy.Judge("""{ "format": 1, "host": "h", "facts": { "memory": { "usable": 1024 } } }"""u8.ToArray()));

        Assert.Contains("Memory is enough", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_policy_gives_its_complaints()
    {
        var broken = Memory.Replace("memory.usable", "memory.usabel", StringComparison.Ordinal);

        var loaded = PolicyUnderTest.Load("first.yaml", Encoding.UTF8.GetBytes(broken), FactSources.Catalogue);

        Assert.Null(loaded.Value);
        Assert.Contains("memory.usable", Assert.Single(loaded.Diagnostics).Help, StringComparison.Ordinal);
    }
}
