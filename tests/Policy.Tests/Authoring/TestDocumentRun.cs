using System.Text;
using System.Text.Json.Nodes;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Tests.Authoring;

/// <summary>Judges the hosts of a document of tests: what the rules of its policy say, beside what it expects.</summary>
internal static class TestDocumentRun
{
    /// <summary>A line for each rule of each case: <c>host/rule: verdict</c>, as expected and as judged.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="policy">Their policy.</param>
    /// <param name="file">The text of a fact document that stands beside the tests.</param>
    public static IEnumerable<(string Expected, string Judged)> Of(TestDocument tests, PolicyDocument policy, Func<string, string> file)
    {
        var hosts = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var host in tests.Hosts)
        {
            hosts.Add(host.Name.Name, Host(host, hosts, file));
        }

        return tests.Cases.SelectMany(item => Case(item, policy, hosts[item.Host]));
    }

    private static IEnumerable<(string Expected, string Judged)> Case(TestCase item, PolicyDocument policy, JsonNode facts)
    {
        var settings = new PolicySettings(null, item.Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
        var run = new PolicyRun([new TailoredPolicy(policy, settings)], []);
        var read = Assert.IsType<ReadFacts>(FactDocumentReader.Read(Encoding.UTF8.GetBytes(facts.ToJsonString()), run.Slots));
        var expected = item.Expect.ToDictionary(verdict => verdict.Rule, verdict => verdict.Verdict);
        return from finding in run.Judge(read.Facts).Policies[0].Findings
               let name = $"{item.Host}/{finding.Rule.Id}"
               select ($"{name}: {expected.GetValueOrDefault(finding.Rule.Id) ?? expected.GetValueOrDefault("*")}", $"{name}: {finding.Verdict.Name()}");
    }

    private static JsonNode Host(TestHost host, Dictionary<string, JsonNode> hosts, Func<string, string> file)
    {
        if (host is not ChangedHost changed)
        {
            return JsonNode.Parse(file(((RecordedHost)host).From.Name))!;
        }

        var document = hosts[changed.BasedOn].DeepClone();
        foreach (var setting in changed.Set)
        {
            Put(document["facts"]!, setting.Fact, At(Written(setting), setting.Fact, out var member)[member]!.DeepClone());
        }

        foreach (var fact in changed.Absent)
        {
            Put(document["facts"]!, fact, null);
        }

        foreach (var fact in changed.Unset)
        {
            At(document["facts"]!, fact, out var member).Remove(member);
        }

        return document;
    }

    private static void Put(JsonNode facts, FactReference fact, JsonNode? value) => At(facts, fact, out var member)[member] = value;

    private static JsonNode Written(FactSetting setting)
    {
        var path = FactPath.Parse(setting.Fact.Path);
        var document = FactDocumentWriter.Write(new FactOrigin("h", null, "c"), [new ObservedFact(path, new Present(setting.Value))]);
        return JsonNode.Parse(document)!["facts"]!;
    }

    // The object that holds the fact, made where it is not there.
    private static JsonObject At(JsonNode facts, FactReference fact, out string member)
    {
        var path = FactPath.Parse(fact.Path);
        string[] steps = [.. path.Names, .. path.Key is { } key ? [key] : Array.Empty<string>(), .. path.Fields];
        member = steps[^1];
        var holder = facts.AsObject();
        foreach (var step in steps[..^1])
        {
            if (holder[step] is not JsonObject next)
            {
                holder[step] = next = [];
            }

            holder = next;
        }

        return holder;
    }
}
