using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads what every document has: texts, lists and mappings. What has the wrong shape gives nothing; the schema complains about it.</summary>
internal static class Nodes
{
    /// <summary>The text under a key; null if it is not there or not a text.</summary>
    public static YamlScalar? Scalar(this YamlMapping mapping, string key) => mapping.Find(key) is YamlScalar { IsNull: false } scalar ? scalar : null;

    /// <summary>The text under a key; empty if it is not there or not a text.</summary>
    public static string Text(this YamlMapping mapping, string key) => mapping.Scalar(key)?.Text ?? string.Empty;

    /// <summary>The entries of the mapping under a key.</summary>
    public static Sequence<YamlEntry> Entries(this YamlMapping mapping, string key) => mapping.Find(key) is YamlMapping inner ? inner.Entries : [];

    /// <summary>The items of the list under a key.</summary>
    public static Sequence<YamlNode> Items(this YamlMapping mapping, string key) => mapping.Find(key) is YamlSequence list ? list.Items : [];

    /// <summary>The texts of the list under a key.</summary>
    public static Sequence<YamlScalar> Scalars(this YamlMapping mapping, string key) => mapping.Items(key).OfType<YamlScalar>().ToSequence();

    /// <summary>The text for readers under a key: a text in English, or a mapping of language tags.</summary>
    public static ReaderText ReaderText(this YamlMapping mapping, string key) => mapping.Find(key) switch
    {
        YamlScalar { IsNull: false } scalar => new ReaderText(scalar.Text),
        YamlMapping texts => new ReaderText(texts.Text("en"), texts.Entries
            .Where(entry => entry.Key.Text != "en" && entry.Value is YamlScalar)
            .Select(entry => KeyValuePair.Create(entry.Key.Text, ((YamlScalar)entry.Value).Text))
            .ToSequence()),
        _ => Core.Rules.ReaderText.None,
    };
}
