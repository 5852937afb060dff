using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Tests.Collection;

namespace Policy.Tests.Policies;

/// <summary>Hosts that lie, or that simple checks misread, and what is true of them: <c>tests/hosts/expected.txt</c>.</summary>
public sealed class ForgedHostTests
{
    private static readonly string Folder = Path.Join(Repository.Root, "tests/hosts");

    private static readonly ILookup<string, string[]> Expected = Read();

    private static readonly PolicyRun Run = Compose();

    public static TheoryData<string> Hosts => [.. Expected.Select(host => host.Key)];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void A_host_is_seen_and_judged_as_it_is(string host)
    {
        var root = HostRoot.OfFolder(Path.Join(Folder, host));
        var findings = Judge(host, root);

        var seen = Expected[host].Select(words => string.Join(' ', [words[0], words[1], See(words, root, findings)]));

        Assert.Equal(string.Join('\n', Expected[host].Select(words => string.Join(' ', words))), string.Join('\n', seen));
    }

    [Fact]
    public void Every_recorded_host_has_expectations_and_stands_in_the_table()
    {
        var hosts = Directory.GetDirectories(Folder).Select(Path.GetFileName).Where(name => name != "documents" && !name!.StartsWith("rpm", StringComparison.Ordinal));
        var table = File.ReadAllText(Path.Join(Folder, "README.md"));

        Assert.Equal(hosts.Order(StringComparer.Ordinal), Expected.Select(host => host.Key).Order(StringComparer.Ordinal));
        Assert.All(Expected, host => Assert.Contains($"| {host.Key} |", table, StringComparison.Ordinal));
    }

    private static string See(string[] words, HostRoot root, HostFindings findings) => words[0] switch
    {
        "fact" => Observed.Text(Observed.Look(root, words[1])),
        "rule" => Text(Find(findings, words[1])),
        var other => throw new FormatException($"neither fact nor rule: {other}"),
    };

    // A rule that is not known says why, so that a right answer for a wrong reason is seen.
    private static string Text(Finding finding) => finding.Verdict != Verdict.Unknown
        ? finding.Verdict.Name()
        : string.Join(' ', finding.Evidence.Select(item => item.Observation).OfType<Unknown>().Select(item => item.Cause.Name()).Distinct().Prepend("unknown"));

    private static Finding Find(HostFindings findings, string name)
    {
        var (policy, rule) = (name.Split('/')[0], name.Split('/')[1]);
        return findings.Policies.Single(item => item.Policy.Id == policy).Findings.Single(item => item.Rule.Id == rule);
    }

    private static HostFindings Judge(string host, HostRoot root)
    {
        var demand = Demand.Of(Run.Slots.References.Select(reference => reference.Entry));
        var facts = Collector.Collect(new Host(root, new HostOptions()), demand, FactSources.Everything);
        var document = FactDocumentWriter.Write(new FactOrigin(host, null, "tests"), facts);
        return Run.Judge(Assert.IsType<ReadFacts>(FactDocumentReader.Read(document, Run.Slots)).Facts);
    }

    private static PolicyRun Compose()
    {
        var ids = ShippedDocuments.Files.Select(Path.GetFileNameWithoutExtension);
        var policies = ids.Select(id => ShippedDocuments.Find(id!, FactSources.Catalogue)).OfType<PolicyDocument>();
        return Composition.Compose(policies, id => ShippedDocuments.Find(id, FactSources.Catalogue), []).Value!;
    }

    // host NAME, then lines of its own: fact PATH TEXT, rule POLICY/RULE VERDICT.
    private static ILookup<string, string[]> Read()
    {
        var host = string.Empty;
        var lines = new List<(string Host, string[] Words)>();
        foreach (var words in File.ReadLines(Path.Join(Folder, "expected.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', 3)))
        {
            if (words[0] == "host")
            {
                host = words[1];
                continue;
            }

            lines.Add((host, words));
        }

        return lines.ToLookup(line => line.Host, line => line.Words);
    }
}
