using System.Text.Json.Nodes;

namespace Policy.Tests.Authoring.Schemas;

/// <summary>The examples that the schema of policies shows: one for each fact, and one for each operator that a fact has.</summary>
internal static class SchemaExamples
{
    private const string OfFact = "Example: `";
    private const string OfOperator = ", such as ";

    /// <summary>The examples as entries of a condition, such as <c>memory.total: { at_least: 8 GiB }</c>.</summary>
    public static IEnumerable<string> In(JsonNode schema)
    {
        var condition = schema["definitions"]!["condition"]!;
        var families = condition["patternProperties"]!.AsObject().Select(item => item.Value!);
        var facts = condition["properties"]!.AsObject().Select(item => item.Value!).Concat(families).Where(item => item["markdownDescription"] is not null);
        return facts.SelectMany(fact => Of(schema, fact));
    }

    private static IEnumerable<string> Of(JsonNode schema, JsonNode fact)
    {
        var example = After(fact["markdownDescription"], OfFact)!.TrimEnd('`');
        var matcher = schema["definitions"]![fact["$ref"]!.GetValue<string>()["#/definitions/".Length..]]!;
        var operators = (matcher["anyOf"]?[0] ?? matcher)["properties"]!.AsObject();
        var path = example[..example.IndexOf(": ", StringComparison.Ordinal)];
        return operators.Select(item => (item.Key, Operand: After(item.Value!["description"], OfOperator)))
            .Where(item => item.Operand is not null)
            .Select(item => $"{path}: {{ {item.Key}: {item.Operand} }}")
            .Prepend(example);
    }

    private static string? After(JsonNode? text, string mark)
    {
        var words = text?.GetValue<string>() ?? "";
        var place = words.LastIndexOf(mark, StringComparison.Ordinal);
        return place < 0 ? null : words[(place + mark.Length)..];
    }
}
