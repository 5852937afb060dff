using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>One walk of NJsonSchema through a document; turns what it finds at each node into complaints.</summary>
/// <remarks>NJsonSchema comes back to <see cref="Validate"/> for the value of every known key; the walk itself visits items, other keys and choices.</remarks>
internal sealed class SchemaWalk(SchemaGraph graph) : JsonSchemaValidator
{
    private readonly List<Diagnostic> complaints = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Diagnostic> Complaints => complaints;

    /// <summary>Compares a node with what may stand at its place.</summary>
    public void Check(YamlNode node, SchemaNode expected) => Check(YamlTokens.Of(node), expected);

    /// <inheritdoc/>
    protected override ICollection<ValidationError> Validate(JToken token, JsonSchema schema, SchemaType schemaType, string? propertyName, string propertyPath)
    {
        var expected = graph.NodeOf(schema);
        var node = YamlTokens.NodeOf(token);
        if (complaints.Count >= YamlBudget.Complaints || expected is SchemaAnything)
        {
            return [];
        }

        if (expected is SchemaChoice choice)
        {
            CheckChoice(token, node, choice);
        }
        else if (!SchemaShapes.Fits(node, expected))
        {
            complaints.Add(SchemaComplaints.WrongShape(node, [expected]));
        }
        else
        {
            var errors = base.Validate(token, schema, schemaType, propertyName, propertyPath);
            CheckInside(token, node, expected, errors);
        }

        return [];
    }

    private void Check(JToken token, SchemaNode expected) => Validate(token, graph.Of(expected), SchemaType.JsonSchema, null, string.Empty);

    private void CheckChoice(JToken token, YamlNode node, SchemaChoice choice)
    {
        var shapes = choice.Shapes.Select(graph.Actual).ToSequence();
        if (shapes.FirstOrDefault(shape => SchemaShapes.Fits(node, shape)) is { } fitting)
        {
            Check(token, fitting);
        }
        else
        {
            complaints.Add(SchemaComplaints.WrongShape(node, shapes));
        }
    }

    private void CheckInside(JToken token, YamlNode node, SchemaNode expected, ICollection<ValidationError> errors)
    {
        switch (expected, node)
        {
            case (SchemaText text, YamlScalar scalar) when errors.Count > 0:
                complaints.Add(SchemaComplaints.WrongText(scalar, text));
                break;
            case (SchemaList list, YamlSequence sequence):
                CheckItems(sequence, list);
                break;
            case (SchemaMapping mapping, YamlMapping entries):
                CheckKeys((JObject)token, entries, mapping, [.. errors.Select(error => error.Property).OfType<string>()]);
                break;
            default:
                break;
        }
    }

    private void CheckItems(YamlSequence sequence, SchemaList list)
    {
        if (sequence.Items.Count == 0 && !list.MayBeEmpty)
        {
            complaints.Add(SchemaComplaints.Empty(sequence, "list"));
        }

        foreach (var item in sequence.Items)
        {
            Check(item, list.Items);
        }
    }

    private void CheckKeys(JObject token, YamlMapping mapping, SchemaMapping expected, List<string> missing)
    {
        var known = graph.KeysOf(expected);
        foreach (var key in mapping.Entries.Select(entry => entry.Key).Where(key => !known.Contains(key.Text)))
        {
            if (expected.Others is { } others && (others.Form is null || Regex.IsMatch(key.Text, SchemaGraph.Anchored(others.Form.Pattern))))
            {
                Check(token[key.Text]!, others.Value);
            }
            else if (complaints.Count < YamlBudget.Complaints)
            {
                complaints.Add(SchemaComplaints.UnknownKey(key, expected, known.Where(name => !token.ContainsKey(name)), missing));
            }
        }

        if (mapping.Entries.Count == 0 && !expected.MayBeEmpty)
        {
            complaints.Add(missing.Count > 0 ? SchemaComplaints.MissingKeys(mapping, expected, missing) : SchemaComplaints.Empty(mapping, expected.Name));
        }
        else if (missing.Count > 0)
        {
            complaints.Add(SchemaComplaints.MissingKeys(mapping, expected, missing));
        }
    }
}
