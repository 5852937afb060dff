using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>Compares documents with the structure that they must have.</summary>
public static class SchemaCheck
{
    /// <summary>Everything in a document that does not have the structure, in the order of the text; no complaint follows from another one.</summary>
    /// <returns>At most 100 complaints.</returns>
    public static Sequence<Diagnostic> Check(YamlNode document, PreparedSchema schema)
    {
        if (new SchemaFit(schema.Document).IsMet(document, schema.Document.Root))
        {
            return [];
        }

        return Walk(document, schema);
    }

    /// <summary>The same by NJsonSchema, which says of everything why.</summary>
    internal static Sequence<Diagnostic> Walk(YamlNode document, PreparedSchema schema)
    {
        var walk = new SchemaWalk(schema.Graph);
        walk.Check(document, schema.Document.Root);
        return walk.Complaints.OrderBy(item => item.Span.Line).ThenBy(item => item.Span.Column).ToSequence();
    }
}
