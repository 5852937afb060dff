using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>The structure of a document of waivers: LANGUAGE 1.2.</summary>
public static class WaiversSchema
{
    private static readonly SchemaForm RuleName = new(
        "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$", "the name of a rule", "write the policy and the rule with a slash between, such as `kvm-host/cpu-virtualization`");

    /// <summary>The structure; published as <c>schema/waivers.schema.json</c>.</summary>
    public static SchemaDocument Document { get; } = new(
        "waivers",
        "Waivers",
        "Failures that somebody accepts for a while.",
        new SchemaMapping(
            "document of waivers",
            [
                new("waivers", "The id of the waivers; also the name of their file.", SchemaParts.Id, IsRequired: true),
                new("title", "What the waivers have in common.", SchemaParts.ReaderText),
                new("items", "The waivers.", new SchemaList(new SchemaReference("waiver")), IsRequired: true),
            ]),
        [
            SchemaParts.ReaderTextDefinition,
            SchemaParts.ConditionDefinition,
            SchemaParts.MatcherDefinition,
            new("waiver", "One accepted failure.", new SchemaMapping("waiver", WaiverEntries)),
        ]);

    /// <summary>The same, ready to check documents.</summary>
    public static PreparedSchema Schema { get; } = new(Document);

    private static Sequence<SchemaEntry> WaiverEntries =>
    [
        new("rule", "The rule whose failure is accepted: policy, slash, rule.", new SchemaText(Form: RuleName), IsRequired: true),
        new("reason", "Why it is accepted.", SchemaParts.Words, IsRequired: true),
        new("owner", "Who answers for it.", SchemaParts.Words, IsRequired: true),
        new("until", "The last day on which it holds, in UTC, such as 2027-03-31.", SchemaParts.Words, IsRequired: true),
        new("hosts", "Patterns of host names, with `*` and `?`; without it every host.", new SchemaChoice([SchemaParts.Words, new SchemaList(SchemaParts.Words)])),
        new("ticket", "Where it is dealt with.", SchemaParts.Words),
        new("while", "It holds only while this does.", SchemaParts.Condition),
    ];
}
