using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>What can be named where a condition stands.</summary>
/// <param name="Catalogue">The facts.</param>
/// <param name="Parameters">The parameters of the policy.</param>
/// <param name="Definitions">The names under <c>define</c>.</param>
/// <param name="Complaints">Where to complain.</param>
internal sealed record ConditionScope(
    FactCatalogue Catalogue, IReadOnlyDictionary<string, Parameter> Parameters, IReadOnlySet<string> Definitions, Complaints Complaints)
{
    /// <summary>The type of the element inside a quantifier; null outside of one.</summary>
    public FactType? Element { get; init; }

    /// <summary>Names of facts and parameters whose own declaration was complained about: whoever uses them did nothing wrong.</summary>
    public IReadOnlySet<string> Unsound { get; init; } = new HashSet<string>();

    /// <summary>What a path means; null after a complaint.</summary>
    public Subject? Subject(YamlScalar path) => path.Text.StartsWith('.') ? Field(path) : Fact(path);

    private FieldSubject? Field(YamlScalar path)
    {
        if (Element is not RecordType record)
        {
            Complaints.Add(DiagnosticCodes.Misplaced, path.Span, $"`{path.Text}` is a relative path, and there is no record element here", "relative paths stand inside `some`, `every`, `none` and `where` over records");
            return null;
        }

        if (!FactPath.TryFields(path.Text, out var fields))
        {
            Complaints.Add(DiagnosticCodes.MalformedPath, path.Span, $"`{path.Text}` is not a relative path", "write `.` and a field, such as `.version`");
            return null;
        }

        if (FactCatalogue.TypeOf(record, fields) is { } type)
        {
            return new FieldSubject(fields, type);
        }

        var known = record.Fields.Select(field => $".{field.Name}").ToList();
        Complaints.Add(DiagnosticCodes.UnknownFact, path.Span, $"the element has no field `{path.Text}`", Complaints.Nearest(path, known) ?? $"it has {string.Join(", ", known.Select(name => $"`{name}`"))}");
        return null;
    }

    private FactSubject? Fact(YamlScalar path)
    {
        if (Element is not null)
        {
            Complaints.Add(DiagnosticCodes.Misplaced, path.Span, $"`{path.Text}` is not a field of the element", FactPath.IsName(path.Text)
                ? $"a field begins with a dot: did you mean `.{path.Text}`?"
                : "a condition on a fact of the host stands beside the quantifier, not in it");
            return null;
        }

        if (!FactPath.TryParse(path.Text, out var parsed))
        {
            Complaints.Add(DiagnosticCodes.MalformedPath, path.Span, $"`{path.Text}` is neither a keyword nor the path of a fact", Complaints.IsPatient ? UnknownFacts.Malformed(Catalogue, path.Text) : null);
            return null;
        }

        if (Catalogue.Resolve(parsed) is { } reference)
        {
            return new FactSubject(reference);
        }

        if (!Unsound.Any(name => parsed.Root == name || parsed.Root.StartsWith($"{name}.", StringComparison.Ordinal)))
        {
            Complaints.Add(DiagnosticCodes.UnknownFact, path.Span, $"no source gives the fact `{path.Text}`", Complaints.IsPatient ? UnknownFacts.Advice(Catalogue, parsed, path) : null);
        }

        return null;
    }
}
