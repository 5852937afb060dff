using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;
using Policy.Testing;
using Policy.Testing.Coverage;
using Policy.Testing.Suggestions;
using Policy.Testing.Suites;

namespace Policy.Tests.Testing.Suggestions;

public sealed class TestSuggestionsTests
{
    public static TheoryData<string> Policies => [.. ShippedDocuments.Files.Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => ShippedDocuments.Find(name, FactSources.Catalogue) is PolicyDocument)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void With_the_suggested_hosts_a_policy_without_tests_is_seen_whole(string name)
    {
        var policy = (PolicyDocument)ShippedDocuments.Find(name, FactSources.Catalogue)!;

        var suite = Pasted(name, TestSuggestions.For(policy));

        Assert.True(suite.IsMet);
        Assert.Equal(1, CoverageResult.Of(suite.Suite, suite.Cases.Select(item => item.Case)).Share);
    }

    [Fact]
    public void Suggestions_are_the_same_every_time()
    {
        var policy = (PolicyDocument)ShippedDocuments.Find("container-engine", FactSources.Catalogue)!;

        Assert.Equal(TestSuggestions.For(policy), TestSuggestions.For(policy));
    }

    [Fact]
    public void What_tests_lack_is_suggested_beside_their_hosts()
    {
        const string Rules = "rules: [{ id: slots, title: t, severity: low, require: { site.slots: { at_least: 2 } } }]\n";
        var suite = Suites.Run(Rules, "hosts:\n  ten: { from: one.json }\n  none: { based_on: ten, set: { site.slots: 0 } }\ncases:\n- { host: ten, expect: { slots: pass } }\n- { host: none, expect: { slots: fail } }\n", """{ "slots": 10 }""");

        var found = TestSuggestions.For(suite);

        Assert.Equal(
            [
                "slots-1: { based_on: ten, set: { site.slots: 2 } } - { host: slots-1, expect: { slots: pass } }",
                "slots-2: { based_on: ten, set: { site.slots: 1 } } - { host: slots-2, expect: { slots: fail } }",
                "slots-3: { based_on: ten, unset: [site.slots] } - { host: slots-3, expect: { slots: unknown } }",
            ],
            found.Select(item => $"{item.Host} {item.Case}"));
    }

    [Fact]
    public void Tests_that_lack_nothing_get_no_suggestion()
    {
        const string Rules = "rules: [{ id: locked, title: t, severity: low, require: { site.locked: true } }]\n";
        var suite = Suites.Run(Rules, "hosts:\n  on: { from: one.json }\n  off: { based_on: on, set: { site.locked: false } }\n  dark: { based_on: on, unset: [site.locked] }\ncases:\n- { host: on, expect: { locked: pass } }\n- { host: off, expect: { locked: fail } }\n- { host: dark, expect: { locked: unknown } }\n", """{ "locked": true }""");

        Assert.Empty(TestSuggestions.For(suite));
    }

    private static SuiteResult Pasted(string policy, Sequence<SuggestedHost> found)
    {
        using var folder = new TemporaryFolder();
        var hosts = found.Select(item => item.Host).OfType<string>().Prepend($"{TypicalHost.BaseName}: {{ from: base.json }}");
        folder.Write($"{policy}.test.yaml", $"tests: {policy}\nhosts:\n{string.Concat(hosts.Select(host => $"  {host}\n"))}cases:\n{string.Concat(found.Select(item => $"  {item.Case}\n"))}");
        folder.Write("base.json", $$"""{ "format": 1, "host": "base", "collected_at": "{{Instants.Text(TypicalHost.Moment)}}", "facts": {} }""");
        return Assert.Single(PolicyFolder.Load(folder.Path, FactSources.Catalogue).RunAll());
    }
}
