using System.Collections.Immutable;

namespace Policy.Authoring.Schemas;

/// <summary>The kinds of documents that authors write.</summary>
public static class SchemaDocuments
{
    /// <summary>The table; each line is published as <c>schema/NAME.schema.json</c>.</summary>
    public static ImmutableArray<SchemaDocument> Everything { get; } =
    [
        PolicySchema.Document,
        ProfileSchema.Document,
        WaiversSchema.Document,
        TestsSchema.Document,
    ];
}
