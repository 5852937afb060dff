using Policy.Collection;
using Policy.Core.Evaluation;
using Policy.Testing;
using Xunit;

namespace Example;

public sealed class WebServerTests
{
    private static readonly PolicyFolder Policies = PolicyFolder.Load("policies", FactSources.Catalogue);

    public static IEnumerable<object[]> Cases => Policies.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_policy_says_what_its_tests_expect(string name) => Assert.Empty(Policies.Run(name).Complaint);

    [Fact]
    public void A_report_names_what_is_missing() => Assert.Contains("Memory is enough", Policies.Run("web-server/small").Report);

    [Fact]
    public void A_policy_judges_facts_of_the_tests_own()
    {
        var policy = PolicyUnderTest.Load("web-server.yaml", File.ReadAllBytes("policies/web-server.yaml"), FactSources.Catalogue).Value!;

        var findings = policy.Judge("""{ "format": 1, "host": "web-07", "facts": { "memory": { "usable": null } } }"""u8.ToArray());

        Assert.Equal(Verdict.Fail, findings.Verdict);
    }
}
