using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Authoring.Schemas;

/// <summary>The structure of a profile: LANGUAGE 1.2.</summary>
public static class ProfileSchema
{
    /// <summary>The structure; published as <c>schema/profile.schema.json</c>.</summary>
    public static SchemaDocument Document { get; } = new(
        "profile",
        "Profile",
        "Policies that belong together, tailored to a purpose.",
        new SchemaMapping(
            "profile",
            [
                new("profile", "The id of the profile; also the name of its file.", SchemaParts.Id, IsRequired: true),
                new("version", "The version of this profile, as SemVer.", SchemaParts.Words, IsRequired: true),
                new("title", "What a host that complies can do.", SchemaParts.ReaderText, IsRequired: true),
                new("summary", "What an auditor should know before reading the policies.", SchemaParts.ReaderText),
                new("tags", "Words to find the profile by.", new SchemaList(SchemaParts.Words, MayBeEmpty: true)),
                new("include", "The policies and profiles, in the order of the report.", new SchemaList(new SchemaReference("inclusion")), IsRequired: true),
            ]),
        [SchemaParts.ReaderTextDefinition, new("inclusion", "A policy with its tailoring, or a profile.", new SchemaMapping("inclusion", InclusionEntries))]);

    /// <summary>The same, ready to check documents.</summary>
    public static PreparedSchema Schema { get; } = new(Document);

    private static Sequence<SchemaEntry> InclusionEntries =>
    [
        new("policy", "The id of a policy.", SchemaParts.Id),
        new("profile", "The id of a profile, instead of a policy.", SchemaParts.Id),
        new("parameters", "Values for the policy's parameters.", Tailoring("parameters", SchemaForms.Name, SchemaParts.Value)),
        new("severity", "How much rules matter here, by id.", Tailoring("severities", SchemaForms.Id, new SchemaText([.. RuleSeverities.Names]))),
        new("without", "The rules that are left out.", new SchemaList(SchemaParts.Id, MayBeEmpty: true)),
    ];

    private static SchemaMapping Tailoring(string what, SchemaForm keys, SchemaNode value) =>
        new($"mapping of {what}", [], new SchemaOthers(value, keys), MayBeEmpty: true);
}
