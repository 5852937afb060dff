using System.Diagnostics;
using NJsonSchema;

namespace Policy.Authoring.Schemas;

/// <summary>The schema objects of one document, built in code: reading them from JSON needs reflection.</summary>
/// <remarks>
/// They hold what NJsonSchema decides: types, required keys, known keys, words and forms. Items, keys of the author's own and choices are walked by
/// <see cref="SchemaWalk"/>, because there NJsonSchema takes time that grows with the square of a list or mapping.
/// </remarks>
internal sealed class SchemaGraph
{
    private readonly Dictionary<SchemaNode, JsonSchema> schemas = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<JsonSchema, SchemaNode> nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SchemaMapping, HashSet<string>> keys = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SchemaNode> definitions;

    public SchemaGraph(SchemaDocument document)
    {
        definitions = document.Definitions.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal);
        foreach (var definition in definitions.Values.Prepend(document.Root))
        {
            Build(definition);
        }
    }

    /// <summary>The schema of a node; of a reference that of its definition.</summary>
    public JsonSchema Of(SchemaNode node) => schemas[Actual(node)];

    /// <summary>The node of a schema.</summary>
    public SchemaNode NodeOf(JsonSchema schema) => nodes[schema];

    /// <summary>The node itself, or the definition that it refers to.</summary>
    public SchemaNode Actual(SchemaNode node) => node is SchemaReference reference ? definitions[reference.Name] : node;

    /// <summary>The known keys of a mapping.</summary>
    public HashSet<string> KeysOf(SchemaMapping mapping) => keys[mapping];

    /// <summary>In .NET <c>$</c> also matches before a last line end.</summary>
    public static string Anchored(string pattern) => pattern.EndsWith('$') ? pattern[..^1] + "\\z" : pattern;

    private JsonSchema Build(SchemaNode node)
    {
        var actual = Actual(node);
        if (schemas.TryGetValue(actual, out var known))
        {
            return known;
        }

        var schema = new JsonSchema();
        schemas.Add(actual, schema);
        nodes.Add(schema, actual);
        Fill(schema, actual);
        return schema;
    }

    private void Fill(JsonSchema schema, SchemaNode node)
    {
        switch (node)
        {
            case SchemaText text:
                schema.Type = JsonObjectType.String;
                schema.Pattern = text.Form is { } form ? Anchored(form.Pattern) : null;
                text.Words.ToList().ForEach(schema.Enumeration.Add);
                break;
            case SchemaList list:
                schema.Type = JsonObjectType.Array;
                Build(list.Items);
                break;
            case SchemaMapping mapping:
                schema.Type = JsonObjectType.Object;
                keys.Add(mapping, mapping.Entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal));
                mapping.Entries.ToList().ForEach(entry => Add(schema, entry));
                Build(mapping.Others?.Value ?? node);
                break;
            case SchemaChoice choice:
                choice.Shapes.ToList().ForEach(shape => Build(shape));
                break;
            case SchemaAnything:
                break;
            default:
                throw new UnreachableException($"no schema for {node.GetType()}");
        }
    }

    private void Add(JsonSchema schema, SchemaEntry entry)
    {
        if (entry.Value is not SchemaAnything)
        {
            schema.Properties.Add(entry.Key, new JsonSchemaProperty { Reference = Build(entry.Value) });
        }

        if (entry.IsRequired)
        {
            schema.RequiredProperties.Add(entry.Key);
        }
    }
}
