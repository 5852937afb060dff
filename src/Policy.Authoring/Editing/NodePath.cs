using Policy.Authoring.Yaml;

namespace Policy.Authoring.Editing;

/// <summary>The way from the root of a document to one of its scalars.</summary>
/// <param name="Steps">The keys on the way; null for an item of a list. Of a key the last step is the key itself.</param>
/// <param name="Scalar">The scalar at its end.</param>
/// <param name="IsKey">Whether it is a key rather than a value.</param>
/// <param name="Mapping">Of a key the mapping that it stands in.</param>
internal sealed record NodePath(IReadOnlyList<string?> Steps, YamlScalar Scalar, bool IsKey, YamlMapping? Mapping)
{
    /// <summary>The first key of the document, which says its kind; empty if it has none.</summary>
    public string Kind { get; private init; } = string.Empty;

    /// <summary>The way to the first scalar of some kind; null if there is none.</summary>
    public static NodePath? Find(YamlNode root, Func<YamlScalar, bool> isWanted) =>
        Find(root, isWanted, []) is { } path ? path with { Kind = root is YamlMapping { Entries: [var first, ..] } ? first.Key.Text : string.Empty } : null;

    private static NodePath? Find(YamlNode node, Func<YamlScalar, bool> isWanted, IReadOnlyList<string?> steps)
    {
        switch (node)
        {
            case YamlScalar scalar:
                return isWanted(scalar) ? new NodePath(steps, scalar, IsKey: false, null) : null;
            case YamlSequence list:
                return list.Items.Select(item => Find(item, isWanted, [.. steps, null])).FirstOrDefault(found => found is not null);
            case YamlMapping mapping:
                return mapping.Entries.Select(entry => InEntry(entry, mapping, isWanted, [.. steps, entry.Key.Text])).FirstOrDefault(found => found is not null);
            default:
                return null;
        }
    }

    private static NodePath? InEntry(YamlEntry entry, YamlMapping mapping, Func<YamlScalar, bool> isWanted, IReadOnlyList<string?> steps) =>
        isWanted(entry.Key) ? new NodePath(steps, entry.Key, IsKey: true, mapping) : Find(entry.Value, isWanted, steps);
}
