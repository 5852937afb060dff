using System.Text.RegularExpressions;
using Policy.Authoring.Schemas;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Authoring.Editing;

/// <summary>Tells what can stand at a place of a document, by the structure that editors get.</summary>
/// <param name="catalogue">The facts.</param>
public sealed class EditorGuide(FactCatalogue catalogue)
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, SchemaDocument> structures = new(StringComparer.Ordinal);

    /// <summary>What can be written at a cursor; null where the text around it cannot be understood.</summary>
    /// <param name="source">The document.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1, in UTF-16 units.</param>
    public CursorPlace? At(SourceText source, int line, int column)
    {
        var cursor = new CursorText(source, line, column);
        if (cursor.Marked() is not { } root || NodePath.Find(root, CursorText.IsMark) is not { } path)
        {
            return null;
        }

        var place = new CursorPlace(cursor.Word, cursor.Span, [.. path.IsKey ? path.Steps.SkipLast(1) : path.Steps], path.IsKey, cursor.HasColon);
        var nodes = Nodes(StructureOf(path.Kind), place.Steps);
        return place with { Offers = [.. Offers(nodes, path, cursor)], Symbols = [.. SymbolReader.Read(root).Where(symbol => !CursorText.IsMark(symbol.Name))] };
    }

    /// <summary>What a key of a document is for, in Markdown; null if nothing is known of it.</summary>
    public string? Describe(SourceText source, int line, int column)
    {
        var root = YamlReader.Read(source).Value;
        var path = root is null ? null : NodePath.Find(root, scalar => scalar.Span.Line == line && scalar.Span.Column <= column && column <= scalar.Span.Column + scalar.Span.Length);
        if (path is not { IsKey: true })
        {
            return null;
        }

        var nodes = Nodes(StructureOf(path.Kind), [.. path.Steps.SkipLast(1)]);
        return nodes.OfType<SchemaMapping>().Select(mapping => EntryOf(mapping, path.Scalar.Text)).FirstOrDefault(entry => entry is not null) is { } found ? found.Hover ?? found.Describe : null;
    }

    private SchemaDocument? StructureOf(string firstKey)
    {
        if (!structures.TryGetValue(firstKey, out var structure) && SchemaDocuments.Everything.FirstOrDefault(item => item.Name == firstKey) is { } plain)
        {
            structures.Add(firstKey, structure = EditorSchema.Of(plain, catalogue));
        }

        return structure;
    }

    private static IReadOnlyList<SchemaNode> Nodes(SchemaDocument? structure, IReadOnlyList<string?> steps)
    {
        if (structure is null)
        {
            return [new SchemaMapping("document", [.. SchemaDocuments.Everything.Select(item => new SchemaEntry(item.Name, item.Describe, new SchemaText()))])];
        }

        IReadOnlyList<SchemaNode> nodes = [structure.Root];
        foreach (var step in steps)
        {
            nodes = [.. nodes.SelectMany(node => Shapes(node, structure)).SelectMany(node => Inner(node, step))];
        }

        return [.. nodes.SelectMany(node => Shapes(node, structure))];
    }

    private static IEnumerable<SchemaNode> Shapes(SchemaNode node, SchemaDocument structure) => node switch
    {
        SchemaReference reference => structure.Definitions.Where(item => item.Name == reference.Name).SelectMany(item => Shapes(item.Value, structure)),
        SchemaChoice choice => choice.Shapes.SelectMany(shape => Shapes(shape, structure)),
        _ => [node],
    };

    private static IEnumerable<SchemaNode> Inner(SchemaNode node, string? step) => (node, step) switch
    {
        (SchemaList list, null) => [list.Items],
        (SchemaMapping mapping, { } key) => EntryOf(mapping, key) is { } entry ? [entry.Value] : mapping.Others is { } others ? [others.Value] : [],
        _ => [],
    };

    private static SchemaEntry? EntryOf(SchemaMapping mapping, string key) =>
        mapping.Entries.FirstOrDefault(entry => entry.Key == key) ?? mapping.Patterns.FirstOrDefault(entry => Regex.IsMatch(key, entry.Key, RegexOptions.CultureInvariant, PatternTime));

    private static IEnumerable<Offer> Offers(IReadOnlyList<SchemaNode> nodes, NodePath path, CursorText cursor)
    {
        var present = path.Mapping?.Entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        var keys = path.IsKey || cursor.IsAtLineStart ? nodes.OfType<SchemaMapping>().SelectMany(mapping => Keys(mapping, present)) : [];
        var words = path.IsKey ? [] : nodes.SelectMany(Words);
        return keys.Concat(words).DistinctBy(offer => offer.Label);
    }

    private static IEnumerable<Offer> Keys(SchemaMapping mapping, HashSet<string> present) =>
        mapping.Entries.Where(entry => !present.Contains(entry.Key)).Select(entry => new Offer(entry.Key, OfferKind.Key, entry.Hover ?? entry.Describe))
            .Concat(mapping.Suggestions.Select(item => new Offer(item.Label, OfferKind.Key, item.Describe)));

    private static IEnumerable<Offer> Words(SchemaNode node) => node switch
    {
        SchemaText text => text.Words.Concat(text.Suggestions).Select(word => new Offer(word, OfferKind.Value, string.Empty)),
        SchemaLiteral { Type: BooleanType } => [new Offer("true", OfferKind.Value, string.Empty), new Offer("false", OfferKind.Value, string.Empty)],
        SchemaLiteral { Type: StringType text } => text.OneOf.Select(word => new Offer(word, OfferKind.Value, string.Empty)),
        _ => [],
    };
}
