using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Complains about what tests leave out, and about what they hold in vain.</summary>
internal sealed class TestCompleteness(PolicyDocument policy, Complaints complaints)
{
    /// <summary>Looks for rules of which no case expects anything, hosts without a case, and changes of facts that nothing reads.</summary>
    public void Check(TestDocument tests)
    {
        UntestedRules(tests);
        IdleHosts(tests);

        // What waivers read stands in other documents.
        if (tests.Cases.All(item => item.Waivers is null))
        {
            IdleChanges(tests);
        }
    }

    private void UntestedRules(TestDocument tests)
    {
        var expected = tests.Cases.SelectMany(item => item.Expect).Select(item => item.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in policy.Rules.Where(rule => !expected.Contains("*") && !expected.Contains(rule.Id)))
        {
            complaints.Add(DiagnosticCodes.UntestedRule, tests.Policy.Span, $"no case expects anything of the rule `{rule.Id}`", "name it under `expect` of a case, or cover it with `\"*\"`");
        }
    }

    private void IdleHosts(TestDocument tests)
    {
        var used = tests.Cases.Select(item => item.Host).Concat(tests.Hosts.OfType<ChangedHost>().Select(host => host.BasedOn)).ToHashSet(StringComparer.Ordinal);
        foreach (var host in tests.Hosts.Where(host => !used.Contains(host.Name.Name)))
        {
            complaints.Add(DiagnosticCodes.IdleHost, host.Name.Span, $"no case uses the host `{host.Name.Name}`", "write a case for it, or take it out");
        }
    }

    private void IdleChanges(TestDocument tests)
    {
        var facts = new RuleFacts(policy);
        var read = policy.Rules.SelectMany(rule => facts.Of(rule).Concat(facts.OfRemedies(rule))).Concat(facts.OfDefinitions()).Append(PackageScheme.Reference).Distinct().ToList();
        foreach (var change in tests.Hosts.OfType<ChangedHost>().SelectMany(host => host.Changes).Where(change => !read.Exists(fact => HostChange.Concerns(change.Fact, fact))))
        {
            var help = NearestName.Help(change.Fact.Path, read.Select(fact => fact.Path)) ?? "take the change out";
            complaints.Add(DiagnosticCodes.IdleChange, change.Span, $"`{policy.Id}` never reads `{change.Fact.Path}`", help);
        }
    }
}
