using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Authoring.Schemas;

/// <summary>The structure of a policy: LANGUAGE 1.1.</summary>
public static class PolicySchema
{
    /// <summary>The structure; published as <c>schema/policy.schema.json</c>.</summary>
    public static SchemaDocument Document { get; } = new(
        "policy",
        "Policy",
        "What a host must be, have and allow to serve a purpose.",
        new SchemaMapping("policy", Entries),
        [
            SchemaParts.ReaderTextDefinition,
            SchemaParts.ConditionDefinition,
            SchemaParts.MatcherDefinition,
            SchemaParts.TypeDefinition,
            new("parameter", "Something that a user may set.", new SchemaMapping("parameter", ParameterEntries)),
            new("rule", "One requirement.", new SchemaMapping("rule", RuleEntries)),
            new("fix", "A way to meet a rule.", Fix),
        ]);

    /// <summary>The same, ready to check documents.</summary>
    public static PreparedSchema Schema { get; } = new(Document);

    private static Sequence<SchemaEntry> Entries =>
    [
        new("policy", "The id of the policy; also the name of its file.", SchemaParts.Id, IsRequired: true),
        new("version", "The version of this policy, as SemVer.", SchemaParts.Words, IsRequired: true),
        new("title", "What a host that complies can do.", SchemaParts.ReaderText, IsRequired: true),
        new("summary", "What an auditor should know before reading the rules.", SchemaParts.ReaderText),
        new("tags", "Words to find the policy by.", new SchemaList(SchemaParts.Words, MayBeEmpty: true)),
        new("facts", "Facts of the author's own, by path.", Facts),
        new("parameters", "What a user may set, by name.", Named("parameters", new SchemaReference("parameter"))),
        new("define", "Conditions to use by name.", Named("definitions", SchemaParts.Condition)),
        new("applies", "The hosts that the policy is about.", SchemaParts.Condition),
        new("rules", "The rules, the cheapest to check first.", new SchemaList(new SchemaReference("rule")), IsRequired: true),
    ];

    private static Sequence<SchemaEntry> ParameterEntries =>
    [
        .. SchemaParts.TypeEntries.Where(entry => entry.Key is not ("fields" or "key")),
        new("default", "The value where the user sets none.", SchemaParts.Value),
        .. FactOperators.Everything.Where(item => item.Name != "one_of")
            .Select(item => new SchemaEntry(item.Name, $"The value {item.Phrase} this.", new SchemaAnything())),
    ];

    private static Sequence<SchemaEntry> RuleEntries =>
    [
        new("id", "The id of the rule; it never changes.", SchemaParts.Id, IsRequired: true),
        new("title", "What is true of a host that passes.", SchemaParts.ReaderText, IsRequired: true),
        new("severity", "How much it matters.", new SchemaText([.. RuleSeverities.Names]), IsRequired: true),
        new("applies", "The hosts that the rule is about.", SchemaParts.Condition),
        new("require", "What must hold; otherwise the rule fails.", SchemaParts.Condition, IsRequired: true),
        new("recommend", "What should hold; otherwise the rule warns.", SchemaParts.Condition),
        new("needs", "The rules that are the cause when they do not pass.", new SchemaList(SchemaParts.Id, MayBeEmpty: true)),
        new("why", "What goes wrong on a host that fails.", SchemaParts.ReaderText),
        new("fix", "What to do, or a list of which the first that fits is shown.", new SchemaChoice([Remedy, new SchemaList(Remedy)])),
        new("references", "Where it is written.", new SchemaList(SchemaParts.Words, MayBeEmpty: true)),
    ];

    private static SchemaMapping Facts => new("mapping of facts", [], new SchemaOthers(new SchemaReference("type")), MayBeEmpty: true);

    private static SchemaReference Remedy => new("fix");

    private static SchemaMapping Fix => new(
        "fix",
        [
            new("when", "For which hosts this is what to do.", SchemaParts.Condition),
            new("effort", "What it takes.", new SchemaText([.. RemedyEfforts.Names])),
            new("text", "What to do.", SchemaParts.ReaderText),
            new("run", "Commands for the reader; they are never executed.", new SchemaList(SchemaParts.Words, MayBeEmpty: true)),
        ]);

    private static SchemaMapping Named(string what, SchemaNode value) =>
        new($"mapping of {what}", [], new SchemaOthers(value, SchemaForms.Name), MayBeEmpty: true);
}
