using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Testing.Suites;

/// <summary>Compiles the cases of tests and reads the facts of their hosts.</summary>
internal sealed class SuiteCases(TestSuite suite)
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<(string Host, PolicyRun Run), HostFacts?> facts = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>?> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestHost> hosts = suite.Tests.Hosts.ToDictionary(host => host.Name.Name, StringComparer.Ordinal);

    /// <summary>The cases in their order, or the complaints about files that cannot be used.</summary>
    public Checked<IReadOnlyList<SuiteCase>> Read()
    {
        var runs = Runs();
        if (diagnostics.Count > 0)
        {
            return new Checked<IReadOnlyList<SuiteCase>>(null, diagnostics.ToSequence());
        }

        var wanted = runs.Values.SelectMany(run => run.Slots.References).Distinct().ToList();
        var names = Names(suite.Tests.Cases);
        var cases = new List<SuiteCase>();
        foreach (var (written, name) in suite.Tests.Cases.Zip(names))
        {
            var run = runs[Settings(written)];
            if (Facts(written.Host, run, wanted) is { } known)
            {
                cases.Add(new SuiteCase(suite, name, written, run, known));
            }
        }

        return new Checked<IReadOnlyList<SuiteCase>>(diagnostics.Count == 0 ? cases : null, diagnostics.Distinct().ToSequence());
    }

    private static IEnumerable<string> Names(IEnumerable<TestCase> cases)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var host in cases.Select(item => item.Host))
        {
            var number = seen[host] = seen.GetValueOrDefault(host) + 1;
            yield return number == 1 ? host : $"{host} {number}";
        }
    }

    // Cases with the same parameters and waivers share one compiled policy.
    private Dictionary<CaseSettings, PolicyRun> Runs()
    {
        var runs = new Dictionary<CaseSettings, PolicyRun>();
        foreach (var written in suite.Tests.Cases)
        {
            foreach (var parameter in suite.Policy.Parameters.Where(item => item.Default is null && written.Parameters.All(chosen => chosen.Name != item.Name)))
            {
                diagnostics.Add(new Diagnostic(DiagnosticCodes.MissingValue, written.Span, $"the parameter `{parameter.Name}` has no default and no value", $"choose one: `parameters: {{ {parameter.Name}: VALUE }}`"));
            }
        }

        if (diagnostics.Count == 0)
        {
            foreach (var settings in suite.Tests.Cases.Select(Settings).Distinct())
            {
                runs.Add(settings, Compile(settings));
            }
        }

        return runs;
    }

    private static CaseSettings Settings(TestCase written) => new(written.Parameters.OrderBy(item => item.Name, StringComparer.Ordinal).ToSequence(), written.Waivers?.Name);

    private PolicyRun Compile(CaseSettings settings) => new(
        [new TailoredPolicy(suite.Policy, new PolicySettings(null, settings.Parameters.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal)))],
        [],
        settings.Waivers is { } waivers ? [suite.Waivers[waivers]] : []);

    private HostFacts? Facts(string host, PolicyRun run, List<FactReference> wanted)
    {
        if (!facts.TryGetValue((host, run), out var known))
        {
            known = hosts[host] switch
            {
                RecordedHost recorded => Recorded(recorded, run, wanted),
                ChangedHost changed => Facts(changed.BasedOn, run, wanted) is { } before ? Changed(changed, before, run) : null,
                _ => throw new System.Diagnostics.UnreachableException(),
            };
            facts.Add((host, run), known);
        }

        return known;
    }

    private static HostFacts Changed(ChangedHost host, HostFacts before, PolicyRun run) =>
        host.Changes.Aggregate(before, (facts, change) => new HostChange(change.Fact, Sourced(change.Observation, host.Name.Name)).Apply(facts, run.Slots));

    private static Observation Sourced(Observation observation, string host) => observation switch
    {
        Present present => present with { Source = $"the test host {host}" },
        Absent => new Absent($"the test host {host}"),
        _ => observation,
    };

    private HostFacts? Recorded(RecordedHost host, PolicyRun run, List<FactReference> wanted)
    {
        if (Document(host, wanted) is not { } bytes)
        {
            return null;
        }

        switch (FactDocumentReader.Read(bytes, run.Slots))
        {
            case ReadFacts read:
                return read.Facts;
            case UnreadableFacts unreadable:
                diagnostics.Add(new Diagnostic(DiagnosticCodes.FactDocument, host.From.Span, $"`{host.From.Name}` line {unreadable.Line}, column {unreadable.Column}: {unreadable.Message}"));
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private ReadOnlyMemory<byte>? Document(RecordedHost host, List<FactReference> wanted)
    {
        if (!documents.TryGetValue(host.From.Name, out var bytes))
        {
            var fixture = suite.Fixtures(host.From.Name, wanted);
            if (fixture is MissingFixture missing)
            {
                diagnostics.Add(new Diagnostic(DiagnosticCodes.FactDocument, host.From.Span, missing.Message, missing.Help));
            }

            bytes = (fixture as FactFixture)?.Bytes;
            documents.Add(host.From.Name, bytes);
        }

        return bytes;
    }

    private sealed record CaseSettings(Sequence<ParameterValue> Parameters, string? Waivers);
}
