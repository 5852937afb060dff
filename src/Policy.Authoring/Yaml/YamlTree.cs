using System.Collections.Immutable;
using System.Text;
using Policy.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Policy.Authoring.Yaml;

/// <summary>Builds the tree of one document from the parser's events.</summary>
/// <remarks>Every method that reads a node starts with its first event as the current one and ends with its last.</remarks>
internal sealed class YamlTree : IDisposable
{
    private readonly YamlPlaces places;
    private readonly YamlComplaints complaints;
    private readonly YamlEvents events;
    private readonly YamlTabs tabs;
    private bool isWhole = true;

    public YamlTree(SourceText source, YamlComplaints complaints)
    {
        this.complaints = complaints;
        places = new YamlPlaces(source.File, source.Text);
        events = new YamlEvents(source.Text, complaints);
        tabs = new YamlTabs(source.Text, places, complaints);
    }

    /// <summary>The root; null if a part of the document is missing from it.</summary>
    public YamlNode? Read()
    {
        events.Next();
        if (!events.Next() || events.Current is StreamEnd)
        {
            return Empty();
        }

        events.Next();
        var root = Node(depth: 0);
        events.Next();
        events.Next();
        if (events.Current is DocumentStart second)
        {
            complaints.Add(DiagnosticCodes.SecondDocument, places.Of(second), "found a second document", "put it into a file of its own");
        }

        return root is YamlScalar { IsPlain: true, Text: "" } ? Empty() : isWhole && !events.IsBroken ? root : null;
    }

    /// <inheritdoc/>
    public void Dispose() => events.Dispose();

    private YamlNode? Empty()
    {
        if (complaints.IsEmpty)
        {
            events.Refuse(DiagnosticCodes.EmptyDocument, 0, "found nothing, expected a document", "begin with `policy:` and its id");
        }

        return null;
    }

    private YamlNode? Node(int depth)
    {
        if (events.Current is NodeEvent current)
        {
            tabs.Check(current);
            CheckProperties(current);
        }

        return events.Current switch
        {
            Scalar scalar => Text(scalar),
            SequenceStart or MappingStart when depth == YamlBudget.Depth => TooMuch($"collections are nested more than {YamlBudget.Depth} levels deep"),
            SequenceStart start => List(start, depth + 1),
            MappingStart start => Mapping(start, depth + 1),
            AnchorAlias alias => Alias(alias),
            _ => null,
        };
    }

    private void CheckProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            var anchor = Quotation.Of($"&{node.Anchor}");
            complaints.Add(DiagnosticCodes.Anchor, places.OfProperty(node, '&'), $"found the anchor {anchor}", "write the value out where it is needed");
        }

        if (!node.Tag.IsEmpty)
        {
            complaints.Add(DiagnosticCodes.Tag, places.OfProperty(node, '!'), "found a tag", "leave it out: the place of a value decides its type");
        }
    }

    private YamlNode? TooMuch(string message)
    {
        events.Refuse(DiagnosticCodes.Budget, places.Index(events.Current!.Start), message);
        return null;
    }

    private YamlNode? Alias(AnchorAlias alias)
    {
        isWhole = false;
        var name = Quotation.Of($"*{alias.Value}");
        complaints.Add(DiagnosticCodes.Alias, places.Of(alias), $"found the alias {name}", "write the value out, or name a condition under `define`");
        return null;
    }

    private YamlScalar? Text(Scalar scalar)
    {
        if (scalar.Value.Length > YamlBudget.ScalarBytes / 3 && Encoding.UTF8.GetByteCount(scalar.Value) > YamlBudget.ScalarBytes)
        {
            TooMuch("a scalar is longer than 1 MiB");
            return null;
        }

        var span = places.Of(scalar);
        if (scalar.Style == ScalarStyle.DoubleQuoted)
        {
            YamlCharacters.CheckEscaped(scalar.Value, span, complaints);
        }

        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, span);
    }

    private YamlSequence List(SequenceStart start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (events.Next() && events.Current is not SequenceEnd)
        {
            if (Node(depth) is { } item)
            {
                items.Add(item);
            }
        }

        return new YamlSequence(new(items.DrainToImmutable()), places.Of(start, events.Current ?? start));
    }

    private YamlMapping Mapping(MappingStart start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new YamlKeys(complaints);
        while (events.Next() && events.Current is not MappingEnd)
        {
            if (Entry(keys, depth) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return new YamlMapping(new(entries.DrainToImmutable()), places.Of(start, events.Current ?? start));
    }

    private YamlEntry? Entry(YamlKeys keys, int depth)
    {
        if (events.Current is SequenceStart or MappingStart)
        {
            isWhole = false;
            complaints.Add(DiagnosticCodes.ComplexKey, places.Of(events.Current), "found a list or mapping as a key, expected text");
        }

        var isMerge = events.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
        if (isMerge)
        {
            isWhole = false;
            complaints.Add(DiagnosticCodes.MergeKey, places.Of(events.Current!), "found a merge key", "write the entries out");
        }

        var key = Node(depth) as YamlScalar;
        return !events.Next() || (isMerge && events.Current is AnchorAlias) || Node(depth) is not { } value || key is null || !keys.Add(key)
            ? null
            : new YamlEntry(key, value);
    }
}
