using Policy.Authoring.Reading;
using Policy.Authoring.Yaml;

namespace Policy.Authoring.Editing;

/// <summary>Finds the names of a document; it takes any tree, also of a document with mistakes.</summary>
public static class SymbolReader
{
    /// <summary>The names in the order of the text; of a text that is no YAML none.</summary>
    /// <param name="file">The name of the document.</param>
    /// <param name="bytes">Its bytes.</param>
    public static IReadOnlyList<Symbol> Read(string file, ReadOnlyMemory<byte> bytes) =>
        YamlReader.Read(file, bytes).Value is YamlMapping { Entries.Count: > 0 } root ? [.. Read(root)] : [];

    /// <summary>The names of a document that has at least one entry.</summary>
    internal static IEnumerable<Symbol> Read(YamlMapping root) => root.Entries[0].Key.Text switch
    {
        "policy" => Policy(root, root.Text("policy")),
        "profile" => Profile(root),
        "waivers" => root.Items("items").OfType<YamlMapping>().SelectMany(Waiver),
        "tests" => Tests(root, root.Text("tests")),
        _ => [],
    };

    private static IEnumerable<Symbol> Policy(YamlMapping root, string policy)
    {
        var conditions = new ConditionSymbols(policy);
        var head = Scalars(root.Scalar("policy")).Select(id => SymbolPlaces.At(id, SymbolKind.Policy, string.Empty) with { IsDeclaration = true });
        var facts = root.Entries("facts").Select(entry => SymbolPlaces.At(entry.Key, SymbolKind.Fact, string.Empty) with { IsDeclaration = true });
        var parameters = root.Entries("parameters").Select(entry => SymbolPlaces.At(entry.Key, SymbolKind.Parameter, policy) with { IsDeclaration = true });
        var definitions = root.Entries("define")
            .SelectMany(entry => conditions.Of(entry.Value).Prepend(SymbolPlaces.At(entry.Key, SymbolKind.Definition, policy) with { IsDeclaration = true }));
        var rules = root.Items("rules").OfType<YamlMapping>().SelectMany(rule => Rule(rule, policy, conditions));
        return [.. head, .. facts, .. parameters, .. definitions, .. conditions.Of(root.Find("applies")), .. rules];
    }

    private static IEnumerable<Symbol> Rule(YamlMapping rule, string policy, ConditionSymbols conditions)
    {
        var id = Scalars(rule.Scalar("id")).Select(name => SymbolPlaces.At(name, SymbolKind.Rule, policy) with { IsDeclaration = true });
        var needs = rule.Scalars("needs").Select(name => SymbolPlaces.At(name, SymbolKind.Rule, policy));
        var fixes = rule.Find("fix") is YamlSequence list ? list.Items.OfType<YamlMapping>() : [];
        return [.. id, .. conditions.Of(rule.Find("applies")), .. conditions.Of(rule.Find("require")), .. conditions.Of(rule.Find("recommend")), .. needs,
            .. fixes.SelectMany(fix => conditions.Of(fix.Find("when")))];
    }

    private static IEnumerable<Symbol> Profile(YamlMapping root) =>
    [
        .. Scalars(root.Scalar("profile")).Select(id => SymbolPlaces.At(id, SymbolKind.Profile, string.Empty) with { IsDeclaration = true }),
        .. root.Items("include").OfType<YamlMapping>().SelectMany(Included),
    ];

    private static IEnumerable<Symbol> Included(YamlMapping entry)
    {
        var policy = entry.Text("policy");
        return
        [
            .. Scalars(entry.Scalar("profile")).Select(id => SymbolPlaces.At(id, SymbolKind.Profile, string.Empty)),
            .. Scalars(entry.Scalar("policy")).Select(id => SymbolPlaces.At(id, SymbolKind.Policy, string.Empty)),
            .. entry.Entries("parameters").Select(item => SymbolPlaces.At(item.Key, SymbolKind.Parameter, policy)),
            .. entry.Entries("severity").Select(item => SymbolPlaces.At(item.Key, SymbolKind.Rule, policy)),
            .. entry.Scalars("without").Select(name => SymbolPlaces.At(name, SymbolKind.Rule, policy)),
        ];
    }

    private static IEnumerable<Symbol> Waiver(YamlMapping waiver)
    {
        var conditions = new ConditionSymbols(string.Empty);
        return [.. Scalars(waiver.Scalar("rule")).SelectMany(SymbolPlaces.Qualified), .. conditions.Of(waiver.Find("while"))];
    }

    private static IEnumerable<Symbol> Tests(YamlMapping root, string policy) =>
    [
        .. Scalars(root.Scalar("tests")).Select(id => SymbolPlaces.At(id, SymbolKind.Policy, string.Empty)),
        .. root.Entries("hosts").Select(entry => entry.Value).OfType<YamlMapping>().SelectMany(Host),
        .. root.Items("cases").OfType<YamlMapping>().SelectMany(item => Case(item, policy)),
    ];

    private static IEnumerable<Symbol> Host(YamlMapping host) =>
        host.Entries("set").Select(entry => entry.Key).Concat(host.Scalars("unset")).Concat(host.Scalars("absent")).Select(path => SymbolPlaces.At(path, SymbolKind.Fact, string.Empty));

    private static IEnumerable<Symbol> Case(YamlMapping item, string policy) =>
    [
        .. item.Entries("parameters").Select(entry => SymbolPlaces.At(entry.Key, SymbolKind.Parameter, policy)),
        .. item.Entries("expect").Where(entry => entry.Key.Text != "*").Select(entry => SymbolPlaces.At(entry.Key, SymbolKind.Rule, policy)),
    ];

    private static IEnumerable<YamlScalar> Scalars(YamlScalar? scalar) => scalar is null ? [] : [scalar];
}
