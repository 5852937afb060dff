using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>The structure of the tests of a policy: LANGUAGE 1.2.</summary>
public static class TestsSchema
{
    private static readonly SchemaText Verdict = new(["pass", "fail", "warn", "unknown", "not_applicable", "waived"]);

    /// <summary>The structure; published as <c>schema/tests.schema.json</c>.</summary>
    public static SchemaDocument Document { get; } = new(
        "tests",
        "Tests",
        "What a policy must say about hosts that are written down.",
        new SchemaMapping(
            "document of tests",
            [
                new("tests", "The id of the policy.", SchemaParts.Id, IsRequired: true),
                new("hosts", "Fact documents, by name.", new SchemaMapping("mapping of hosts", [], new SchemaOthers(new SchemaReference("host"), SchemaForms.Id)), IsRequired: true),
                new("cases", "What is expected of the hosts.", new SchemaList(new SchemaReference("case")), IsRequired: true),
            ]),
        [
            new("host", "A fact document: whole, or as changes on another one.", new SchemaMapping("host", HostEntries)),
            new("case", "What is expected of one host.", new SchemaMapping("case", CaseEntries)),
        ]);

    /// <summary>The same, ready to check documents.</summary>
    public static PreparedSchema Schema { get; } = new(Document);

    private static Sequence<SchemaEntry> HostEntries =>
    [
        new("from", "The file of a fact document, beside the tests.", SchemaParts.Words),
        new("based_on", "The host that this one changes.", SchemaParts.Id),
        new("set", "Facts with the values that they are given, by path.", new SchemaMapping("mapping of facts", [], new SchemaOthers(new SchemaAnything(), SchemaForms.FactPath))),
        new("unset", "Facts that were not collected.", Paths),
        new("absent", "Facts that are known not to be there.", Paths),
    ];

    private static Sequence<SchemaEntry> CaseEntries =>
    [
        new("host", "The name of the host.", SchemaParts.Id, IsRequired: true),
        new("parameters", "Values for the policy's parameters.", new SchemaMapping("mapping of parameters", [], new SchemaOthers(SchemaParts.Value, SchemaForms.Name), MayBeEmpty: true)),
        new("waivers", "The file of waivers that are in force, beside the tests.", SchemaParts.Words),
        new("expect", "The verdict of each rule.", new SchemaMapping(
            "mapping of verdicts", [new("*", "The verdict of every rule that is not named.", Verdict)], new SchemaOthers(Verdict, SchemaForms.Id)), IsRequired: true),
    ];

    private static SchemaList Paths => new(new SchemaText(Form: SchemaForms.FactPath));
}
