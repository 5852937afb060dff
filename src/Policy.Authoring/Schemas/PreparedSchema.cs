namespace Policy.Authoring.Schemas;

/// <summary>A structure with its schema objects, which are built when the first document comes.</summary>
public sealed class PreparedSchema
{
    private readonly Lazy<SchemaGraph> graph;

    /// <summary>Prepares a structure.</summary>
    public PreparedSchema(SchemaDocument document)
    {
        Document = document;
        graph = new Lazy<SchemaGraph>(() => new SchemaGraph(document));
    }

    /// <summary>The structure.</summary>
    public SchemaDocument Document { get; }

    /// <summary>The schema objects.</summary>
    internal SchemaGraph Graph => graph.Value;
}
