using Policy.Authoring.Reading;
using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Authoring.Editing;

/// <summary>Finds the names in conditions.</summary>
/// <param name="policy">The id of the policy that they belong to.</param>
internal sealed class ConditionSymbols(string policy)
{
    private static readonly HashSet<string> Words =
        new(ConditionReader.Keywords.Concat(QuantifierReader.Names).Concat(FactOperators.Everything.Select(item => item.Name)).Concat(["is", "where", "empty"]), StringComparer.Ordinal);

    /// <summary>The names of a condition; none where there is no condition.</summary>
    public IEnumerable<Symbol> Of(YamlNode? condition) => condition is null ? [] : Node(condition, around: string.Empty);

    private IEnumerable<Symbol> Node(YamlNode node, string around) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Entry(entry, around)),
        YamlSequence list => list.Items.SelectMany(item => Node(item, around)),
        _ => [],
    };

    private IEnumerable<Symbol> Entry(YamlEntry entry, string around)
    {
        var key = entry.Key.Text;
        if (key == "cases" && entry.Value is YamlMapping cases)
        {
            return cases.Entries.SelectMany(item => Node(item.Value, around)).Prepend(SymbolPlaces.At(entry.Key, SymbolKind.Keyword, string.Empty));
        }

        if (IsPath(key))
        {
            return Node(entry.Value, key).Prepend(Path(entry.Key, around));
        }

        return [.. Words.Contains(key) ? [SymbolPlaces.At(entry.Key, SymbolKind.Keyword, string.Empty)] : Array.Empty<Symbol>(), .. Named(key, entry.Value, around), .. Node(entry.Value, around)];
    }

    private IEnumerable<Symbol> Named(string key, YamlNode value, string around) => (key, value) switch
    {
        ("use", YamlScalar name) => [SymbolPlaces.At(name, SymbolKind.Definition, policy)],
        ("parameter", YamlScalar name) => [SymbolPlaces.At(name, SymbolKind.Parameter, policy)],
        ("fact" or "switch" or "of", YamlScalar path) when IsPath(path.Text) => [Path(path, around)],
        _ => [],
    };

    private static bool IsPath(string text) => text.StartsWith('.') || FactPath.TryParse(text, out _);

    private static Symbol Path(YamlScalar path, string around) => SymbolPlaces.At(path, SymbolKind.Fact, path.Text.StartsWith('.') ? around : string.Empty);
}
