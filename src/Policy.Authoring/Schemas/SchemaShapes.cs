using System.Diagnostics;
using Policy.Authoring.Yaml;

namespace Policy.Authoring.Schemas;

/// <summary>Whether a node is a text, a list or a mapping, and what authors call that.</summary>
internal static class SchemaShapes
{
    /// <summary>Whether a node has the shape that is expected; null has none.</summary>
    public static bool Fits(YamlNode node, SchemaNode expected) => (expected, node) switch
    {
        (SchemaText, YamlScalar scalar) => !scalar.IsNull,
        (SchemaList, YamlSequence) or (SchemaMapping, YamlMapping) or (SchemaAnything, _) => true,
        _ => false,
    };

    /// <summary>What was found.</summary>
    public static string Name(YamlNode node) => node switch
    {
        YamlScalar { IsNull: true } => "null",
        YamlScalar { IsPlain: true, Text: "" } => "nothing",
        YamlScalar => "text",
        YamlSequence => "a list",
        YamlMapping => "a mapping",
        _ => throw new UnreachableException($"no name for {node.GetType()}"),
    };

    /// <summary>What was expected.</summary>
    public static string Name(SchemaNode node) => node switch
    {
        SchemaText => "text",
        SchemaList => "a list",
        SchemaMapping => "a mapping",
        _ => throw new UnreachableException($"no name for {node.GetType()}"),
    };
}
