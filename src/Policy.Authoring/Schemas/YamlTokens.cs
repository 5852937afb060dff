using System.Diagnostics;
using Newtonsoft.Json.Linq;
using Policy.Authoring.Yaml;

namespace Policy.Authoring.Schemas;

/// <summary>A YAML tree as JSON tokens that remember their nodes.</summary>
/// <remarks>
/// A scalar is always a string, null apart. Lists stand empty: their items become tokens when they are checked,
/// because a token inside a long list needs the time of the list for its path.
/// </remarks>
internal static class YamlTokens
{
    /// <summary>The token of a node.</summary>
    public static JToken Of(YamlNode node)
    {
        JToken token = node switch
        {
            YamlScalar { IsNull: true } => JValue.CreateNull(),
            YamlScalar scalar => JValue.CreateString(scalar.Text),
            YamlSequence => new JArray(),
            YamlMapping mapping => Object(mapping),
            _ => throw new UnreachableException($"no token for {node.GetType()}"),
        };
        token.AddAnnotation(node);
        return token;
    }

    /// <summary>The node of a token.</summary>
    public static YamlNode NodeOf(JToken token) => token.Annotation<YamlNode>() ?? throw new UnreachableException("a token without its node");

    private static JObject Object(YamlMapping mapping)
    {
        var token = new JObject();
        foreach (var entry in mapping.Entries)
        {
            token.Add(entry.Key.Text, Of(entry.Value));
        }

        return token;
    }
}
