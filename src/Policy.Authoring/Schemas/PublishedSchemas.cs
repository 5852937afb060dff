using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>The JSON Schemas that are written from a catalogue of facts and the table of operators.</summary>
public static class PublishedSchemas
{
    /// <summary>The schemas by name: of every kind of document that authors write, and <c>facts</c>.</summary>
    /// <param name="catalogue">The facts that policies can name.</param>
    /// <returns>Each name with the text of its file, which ends with a line end.</returns>
    public static IReadOnlyDictionary<string, string> Of(FactCatalogue catalogue) => SchemaDocuments.Everything
        .Select(document => KeyValuePair.Create(document.Name, SchemaWriter.Write(EditorSchema.Of(document, catalogue))))
        .Append(KeyValuePair.Create(FactsSchema.Name, FactsSchema.Write(catalogue)))
        .ToDictionary(StringComparer.Ordinal);
}
