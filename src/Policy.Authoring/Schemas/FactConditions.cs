using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>Conditions that know the facts of a catalogue, for editors.</summary>
internal static class FactConditions
{
    private static readonly SchemaReference Path = new("fact_path");

    /// <summary>Paths of facts; those of the catalogue are offered.</summary>
    public static SchemaDefinition Paths(FactCatalogue catalogue) => new(Path.Name, "", new SchemaText(Form: SchemaForms.FactPath)
    {
        Suggestions = catalogue.Names().Where(name => !name.EndsWith(')')).ToSequence(),
    });

    /// <summary>Conditions on a host: the keywords, every fact, every family of keyed facts, and facts that authors declare.</summary>
    public static SchemaDefinition Host(FactCatalogue catalogue, FactMatchers matchers)
    {
        var facts = catalogue.Facts.SelectMany(fact => Known(fact, matchers));
        var families = catalogue.Facts.Where(fact => fact.Type is MapType).SelectMany(fact => Family(fact, matchers));
        var others = new SchemaEntry(FactPatterns.Others(catalogue, Fields), "A fact that the policy declares under `facts`; the catalogue does not have it.", new SchemaReference("matcher"));
        return SchemaParts.ConditionDefinition with
        {
            Value = new SchemaMapping("condition", [.. SchemaParts.ConditionEntries(SchemaParts.Condition, Path), .. facts])
            {
                Patterns = [.. families, others],
                Suggestions = catalogue.Facts.Where(fact => fact.Type is MapType).SelectMany(Suggestions).ToSequence(),
            },
        };
    }

    /// <summary>Conditions on an element, over its fields.</summary>
    public static SchemaReference Element(RecordType record, string path, FactMatchers matchers)
    {
        var self = new SchemaReference($"{path}_element");
        matchers.Define(self.Name, "A condition on an element; all of its entries must hold.", () =>
        {
            var fields = Fields(record).Select(field => new SchemaEntry(field.Name, field.Describe, matchers.Matcher(field.Type, path + field.Name)) { Hover = FactHover.Of(field) }).ToList();
            var words = new SchemaText(Fields(record).Where(field => field.Type.IsScalar).Select(field => field.Name).ToSequence());
            return new SchemaMapping("condition", [.. SchemaParts.ConditionEntries(self, words).Where(entry => entry.Key != "use"), .. fields]);
        });
        return self;
    }

    /// <summary>What an operator may compare with in place of a literal.</summary>
    public static SchemaDefinition Operand => new("operand", "", new SchemaMapping(
        "operand",
        [
            new("parameter", "The name of a parameter.", SchemaParts.Words),
            new("fact", "The path of another fact, or of a field of the element.", Path),
            new("times", "A number that the other fact is multiplied with.", SchemaParts.Text),
            new("plus", "What is added to it.", SchemaParts.Text),
        ]));

    /// <summary>The fields of a record and of the records within, as relative paths such as <c>.tls.version</c>; none for another type.</summary>
    public static IEnumerable<FactField> Fields(FactType type) => type is not RecordType record ? [] :
        record.Fields.SelectMany(field => Fields(field.Type).Select(inner => inner with { Name = $".{field.Name}{inner.Name}" }).Prepend(field with { Name = $".{field.Name}" }));

    private static IEnumerable<SchemaEntry> Known(FactDescription fact, FactMatchers matchers)
    {
        var path = fact.Path.ToString();
        return Fields(fact.Type).Select(field => field with { Name = path + field.Name })
            .Prepend(new FactField(path, fact.Type, fact.Describe))
            .Select(field => Entry(field.Name, fact, field, matchers));
    }

    private static IEnumerable<SchemaEntry> Family(FactDescription fact, FactMatchers matchers) =>
        Entries(fact).Select(field => Entry(FactPatterns.Keyed(fact, field.Name), fact, field with { Name = $"{Example(fact)}{field.Name}" }, matchers));

    private static SchemaEntry Entry(string key, FactDescription fact, FactField field, FactMatchers matchers) =>
        new(key, FactHover.Describe(fact, field), matchers.Matcher(field.Type, field.Name.Replace($"({KeyName(fact)})", "", StringComparison.Ordinal).Replace("(*)", "", StringComparison.Ordinal)))
        {
            Hover = FactHover.Of(fact, field),
        };

    private static IEnumerable<SchemaSuggestion> Suggestions(FactDescription fact) => Entries(fact).Select(field => new SchemaSuggestion(
        $"{Example(fact)}{field.Name}", $"{fact.Path.Root}(${{1:{KeyName(fact)}}}){field.Name}", Choice(field.Type), FactHover.Describe(fact, field)));

    private static string Choice(FactType type) => type switch
    {
        BooleanType => "${2|true,false|}",
        StringType { OneOf.Count: > 0 } word => $"${{2|{string.Join(',', word.OneOf)}|}}",
        _ => "$2",
    };

    private static IEnumerable<FactField> Entries(FactDescription fact) =>
        fact.Type is MapType map ? Fields(map.Of).Prepend(new FactField("", map.Of, fact.Describe)) : [];

    private static string Example(FactDescription fact) => $"{fact.Path.Root}({KeyName(fact)})";

    private static string KeyName(FactDescription fact) => fact.Type is MapType map ? map.KeyName : "";
}
