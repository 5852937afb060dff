using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>A structure as editors get it: its conditions know the facts, and under each fact the operators of its type.</summary>
/// <remarks>The program checks the plain structure, which is small, and leaves facts and operators to its readers, which explain better.</remarks>
internal static class EditorSchema
{
    /// <summary>The structure with the facts of a catalogue; the same one if it has no conditions.</summary>
    public static SchemaDocument Of(SchemaDocument document, FactCatalogue catalogue)
    {
        if (!document.Definitions.Contains(SchemaParts.ConditionDefinition))
        {
            return document;
        }

        var matchers = new FactMatchers();
        var condition = FactConditions.Host(catalogue, matchers);
        var plain = document.Definitions.Select(item => item.Name == condition.Name ? condition : item);
        return document with { Definitions = [.. plain, FactConditions.Paths(catalogue), FactConditions.Operand, .. matchers.Definitions] };
    }
}
