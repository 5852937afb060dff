using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads the tests of a policy: LANGUAGE 1.2.</summary>
internal sealed class TestReader(FactCatalogue catalogue, PolicyLibrary library, Complaints complaints)
{
    /// <summary>Reads a document of tests; null after a complaint.</summary>
    public TestDocument? Read(YamlMapping node, DocumentOrigin origin)
    {
        if (node.Scalar("tests") is not { } id || Policy(id) is not { } policy)
        {
            return null;
        }

        var hosts = new TestHostReader(catalogue.With(policy.Facts), complaints).Read(node.Entries("hosts"));
        var names = new KnownNames(
            node.Entries("hosts").Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal), policy.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal));
        var cases = node.Items("cases").OfType<YamlMapping>().Select(item => Case(item, policy, names)).OfType<TestCase>().ToSequence();
        return complaints.IsFine ? new TestDocument(new NamedSpan(id.Text, id.Span), hosts, cases, origin) : null;
    }

    private PolicyDocument? Policy(YamlScalar id)
    {
        if (library.IsUnsound(id.Text))
        {
            return null;
        }

        var policy = library.Find(id.Text) as PolicyDocument;
        if (policy is null)
        {
            complaints.Add(DiagnosticCodes.UnknownPolicy, id.Span, $"there is no policy `{id.Text}` to test", library.Advice(id));
        }

        return policy;
    }

    private TestCase? Case(YamlMapping node, PolicyDocument policy, KnownNames names)
    {
        var parameters = node.Entries("parameters").Select(entry => Parameter(entry, policy)).OfType<ParameterValue>().ToSequence();
        var expect = node.Entries("expect").Select(entry => Expected(entry, policy, names.Rules)).OfType<ExpectedVerdict>().ToSequence();
        if (node.Scalar("host") is not { } host)
        {
            return null;
        }

        if (!names.Hosts.Contains(host.Text))
        {
            complaints.Add(DiagnosticCodes.UnknownHost, host.Span, $"there is no host `{host.Text}`", complaints.Nearest(host, names.Hosts) ?? "declare it under `hosts`");
        }

        var waivers = node.Scalar("waivers") is { } file ? new NamedSpan(file.Text, file.Span) : null;
        return new TestCase(host.Text, parameters, waivers, expect, host.Span);
    }

    private ParameterValue? Parameter(YamlEntry entry, PolicyDocument policy)
    {
        var name = entry.Key.Text;
        if (policy.Parameters.FirstOrDefault(item => item.Name == name) is { } parameter)
        {
            return ParameterReader.Value(parameter, entry.Value, complaints) is { } value ? new ParameterValue(name, value) : null;
        }

        complaints.Add(DiagnosticCodes.UnknownParameter, entry.Key.Span, $"`{policy.Id}` has no parameter `{name}`", complaints.Nearest(entry.Key, policy.Parameters.Select(item => item.Name)));
        return null;
    }

    private ExpectedVerdict? Expected(YamlEntry entry, PolicyDocument policy, HashSet<string> rules)
    {
        var rule = entry.Key.Text;
        if (rule != "*" && !rules.Contains(rule))
        {
            complaints.Add(DiagnosticCodes.UnknownRule, entry.Key.Span, $"`{policy.Id}` has no rule `{rule}`", complaints.Nearest(entry.Key, rules));
        }

        return entry.Value is YamlScalar verdict ? new ExpectedVerdict(rule, verdict.Text, entry.Key.Span) : null;
    }

    private sealed record KnownNames(HashSet<string> Hosts, HashSet<string> Rules);
}
