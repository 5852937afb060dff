using System.Text.RegularExpressions;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Schemas;

/// <summary>Whether a document has its structure, yes or no; it says so of a sound document in a small part of the time that NJsonSchema needs.</summary>
/// <remarks>What does not fit is looked at again by <see cref="SchemaWalk"/>, which says why. That both agree is tested.</remarks>
internal sealed class SchemaFit
{
    private readonly Dictionary<string, SchemaNode> definitions;
    private readonly Dictionary<SchemaMapping, Dictionary<string, SchemaEntry>> entries = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SchemaForm, Regex> forms = [];

    public SchemaFit(SchemaDocument document) =>
        definitions = document.Definitions.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal);

    /// <summary>Whether a node is what may stand at its place.</summary>
    public bool IsMet(YamlNode node, SchemaNode expected) => (expected, node) switch
    {
        (SchemaReference reference, _) => IsMet(node, definitions[reference.Name]),
        (SchemaAnything, _) => true,
        (SchemaChoice choice, _) => IsMet(node, choice.Shapes),
        (SchemaText text, YamlScalar { IsNull: false } scalar) => (text.Words.Count == 0 || text.Words.Contains(scalar.Text)) && HasForm(scalar.Text, text.Form),
        (SchemaList list, YamlSequence items) => (items.Items.Count > 0 || list.MayBeEmpty) && IsMet(items.Items, list.Items),
        (SchemaMapping mapping, YamlMapping found) => IsMet(found, mapping),
        _ => false,
    };

    // No two shapes are of the same kind, so that one of them at most can be met.
    private bool IsMet(YamlNode node, Sequence<SchemaNode> shapes)
    {
        foreach (var shape in shapes)
        {
            if (IsMet(node, shape))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsMet(Sequence<YamlNode> items, SchemaNode expected)
    {
        foreach (var item in items)
        {
            if (!IsMet(item, expected))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsMet(YamlMapping found, SchemaMapping expected)
    {
        var known = EntriesOf(expected);
        var required = expected.Entries.Count(entry => entry.IsRequired);
        foreach (var entry in found.Entries)
        {
            var isKnown = known.TryGetValue(entry.Key.Text, out var schema);
            required -= isKnown && schema!.IsRequired ? 1 : 0;
            var fits = isKnown ? IsMet(entry.Value, schema!.Value)
                : expected.Others is { } others && HasForm(entry.Key.Text, others.Form) && IsMet(entry.Value, others.Value);
            if (!fits)
            {
                return false;
            }
        }

        return required == 0 && (found.Entries.Count > 0 || expected.MayBeEmpty);
    }

    private Dictionary<string, SchemaEntry> EntriesOf(SchemaMapping mapping)
    {
        if (!entries.TryGetValue(mapping, out var known))
        {
            entries.Add(mapping, known = mapping.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal));
        }

        return known;
    }

    private bool HasForm(string text, SchemaForm? form)
    {
        if (form is null)
        {
            return true;
        }

        if (!forms.TryGetValue(form, out var pattern))
        {
            forms.Add(form, pattern = new Regex(SchemaGraph.Anchored(form.Pattern)));
        }

        return pattern.IsMatch(text);
    }
}
