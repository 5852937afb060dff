using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads the hosts of tests: whole fact documents, and changes on them.</summary>
internal sealed class TestHostReader(FactCatalogue facts, Complaints complaints)
{
    private static readonly string[] Changes = ["set", "unset", "absent"];
    private readonly ConditionScope scope = new(facts, new Dictionary<string, Parameter>(), new HashSet<string>(), complaints);

    /// <summary>The sound ones, each after the one that it changes.</summary>
    public Sequence<TestHost> Read(Sequence<YamlEntry> entries)
    {
        var hosts = entries.Select(Host).OfType<TestHost>().ToDictionary(host => host.Name.Name, StringComparer.Ordinal);
        var bases = entries.ToDictionary(entry => entry.Key.Text, Bases, StringComparer.Ordinal);
        foreach (var wanted in bases.Values.SelectMany(names => names).Where(wanted => !bases.ContainsKey(wanted.Text)))
        {
            complaints.Add(DiagnosticCodes.UnknownHost, wanted.Span, $"there is no host `{wanted.Text}`", complaints.Nearest(wanted, bases.Keys) ?? "declare it under `hosts`");
        }

        return Cycles.Order(bases, complaints).Where(hosts.ContainsKey).Select(name => hosts[name]).ToSequence();
    }

    private static IReadOnlyList<YamlScalar> Bases(YamlEntry entry) =>
        entry.Value is YamlMapping node && node.Scalar("based_on") is { } name ? [name] : [];

    private TestHost? Host(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping node)
        {
            return null;
        }

        var name = new NamedSpan(entry.Key.Text, entry.Key.Span);
        switch (node.Scalar("from"), node.Scalar("based_on"))
        {
            case ({ } from, null):
                CheckWhole(node);
                return new RecordedHost(name, new NamedSpan(from.Text, from.Span));
            case (null, { } other):
                var changes = node.Entries("set").Select(Setting)
                    .Concat(node.Scalars("unset").Select(path => Setting(path, new Unknown(UnknownCause.NotCollected))))
                    .Concat(node.Scalars("absent").Select(path => Setting(path, new Absent())));
                return new ChangedHost(name, other.Text, changes.OfType<FactSetting>().ToSequence());
            case (var from, _):
                complaints.Add(DiagnosticCodes.Misplaced, entry.Key.Span, $"expected either `from` or `based_on`, found {(from is null ? "neither" : "both")}", "write `{ from: intel.facts.json }` or `{ based_on: intel, set: { ... } }`");
                return null;
        }
    }

    private void CheckWhole(YamlMapping node)
    {
        foreach (var key in node.Entries.Select(entry => entry.Key).Where(key => Changes.Contains(key.Text)))
        {
            complaints.Add(DiagnosticCodes.Misplaced, key.Span, $"`{key.Text}` changes a host, and `from` is a whole one", "give the change a name of its own with `based_on`");
        }
    }

    private FactSetting? Setting(YamlEntry entry) =>
        Reference(entry.Key) is { } fact && FactValueReader.Read(entry.Value, fact.Type, complaints) is { } value ? new FactSetting(fact, new Present(value), entry.Key.Span) : null;

    private FactSetting? Setting(YamlScalar path, Observation observation) => Reference(path) is { } fact ? new FactSetting(fact, observation, path.Span) : null;

    private FactReference? Reference(YamlScalar path) => (scope.Subject(path) as FactSubject)?.Reference;
}
