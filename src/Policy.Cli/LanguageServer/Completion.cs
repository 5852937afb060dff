using System.Text;
using System.Text.Json.Nodes;
using Policy.Authoring;
using Policy.Authoring.Editing;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Cli.LanguageServer;

/// <summary>Offers what can be written at the cursor: by the structure of the document, by the names that it and its neighbours have, and by the host.</summary>
/// <param name="workspace">The documents.</param>
/// <param name="guide">What can stand where.</param>
/// <param name="host">What facts are on a host.</param>
internal sealed class Completion(Workspace workspace, EditorGuide guide, HostValues host)
{
    private const int KeyItem = 10;
    private const int ValueItem = 12;

    /// <summary>The offers; empty where nothing can be said.</summary>
    public JsonNode Answer(JsonNode parameters)
    {
        var file = EditorText.File(EditorText.Uri(parameters));
        var (line, column) = EditorText.Cursor(parameters);
        if (!workspace.Open.TryGetValue(file, out var bytes) || guide.At(new SourceText(file, Encoding.UTF8.GetString(bytes)), line, column) is not { } place)
        {
            return new JsonArray();
        }

        workspace.Learn(file, place.Symbols);
        var keyed = Keyed(place).ToList();
        var offers = keyed.Count > 0 ? keyed : [.. Named(place, file), .. place.Offers];
        return new JsonArray([.. offers.Select(offer => Item(offer, place))]);
    }

    // Inside the parentheses of a path the keys of the host, behind them the fields.
    private IEnumerable<Offer> Keyed(CursorPlace place)
    {
        var open = place.Word.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || FactSources.Catalogue.Find(place.Word[..open]) is not { Type: MapType map } fact)
        {
            return [];
        }

        var close = place.Word.LastIndexOf(").", StringComparison.Ordinal);
        if (close < 0)
        {
            return host.KeysOf(fact).Select(key => new Offer(new FactPath(fact.Path.Names, key, []).ToString(), OfferKind.Key, fact.Describe));
        }

        return map.Of is RecordType record ? record.Fields.Select(field => new Offer($"{place.Word[..(close + 2)]}{field.Name}", OfferKind.Key, field.Describe)) : [];
    }

    private IEnumerable<Offer> Named(CursorPlace place, string file)
    {
        var own = workspace.SymbolsOf(file);
        var policy = own.FirstOrDefault(symbol => symbol is { Kind: SymbolKind.Policy })?.Name ?? string.Empty;
        var last = place.Steps.Count > 0 ? place.Steps[^1] : null;
        var list = place.Steps.Count > 1 && last is null ? place.Steps[^2] : null;
        return (last, list) switch
        {
            ("use", _) => Names(SymbolKind.Definition, policy, file),
            ("parameter", _) => Names(SymbolKind.Parameter, policy, file),
            (_, "needs") => Names(SymbolKind.Rule, policy, file),
            ("policy" or "tests", _) when !place.IsKey => Documents(file, SymbolKind.Policy, document => document is PolicyDocument),
            ("profile", _) when !place.IsKey => Documents(file, SymbolKind.Profile, document => document is ProfileDocument),
            ("expect", _) when place.IsKey => Names(SymbolKind.Rule, policy, file),
            ("severity", _) when place.IsKey => Names(SymbolKind.Rule, Included(place, own), file),
            ("parameters", _) when place.IsKey => Names(SymbolKind.Parameter, place.Steps[0] == "include" ? Included(place, own) : policy, file),
            (_, "without") => Names(SymbolKind.Rule, Included(place, own), file),
            _ => [],
        };
    }

    // The policy that the nearest entry above the cursor includes.
    private static string Included(CursorPlace place, IReadOnlyList<Symbol> own) =>
        own.LastOrDefault(symbol => symbol.Kind == SymbolKind.Policy && symbol.Span.Line <= place.Span.Line)?.Name ?? string.Empty;

    private IEnumerable<Offer> Names(SymbolKind kind, string policy, string file)
    {
        var written = workspace.All(file).Where(symbol => symbol.IsDeclaration && symbol.Kind == kind && symbol.Owner == policy).Select(symbol => symbol.Name).ToList();
        var shipped = written.Count > 0 || ShippedDocuments.Find(policy, FactSources.Catalogue) is not PolicyDocument document ? []
            : kind == SymbolKind.Rule ? document.Rules.Select(rule => rule.Id)
            : kind == SymbolKind.Parameter ? document.Parameters.Select(parameter => parameter.Name)
            : [];
        return written.Concat(shipped).Distinct().Select(name => new Offer(name, OfferKind.Value, string.Empty));
    }

    private IEnumerable<Offer> Documents(string file, SymbolKind kind, Func<AuthoredDocument, bool> isWanted)
    {
        var written = workspace.All(file).Where(symbol => symbol.IsDeclaration && symbol.Kind == kind).Select(symbol => symbol.Name);
        var shipped = ShippedDocuments.Files.Select(name => ShippedDocuments.Find(Path.GetFileNameWithoutExtension(name), FactSources.Catalogue)).OfType<AuthoredDocument>().Where(isWanted);
        return written.Select(name => new Offer(name, OfferKind.Value, string.Empty))
            .Concat(shipped.Select(document => new Offer(document.Id, OfferKind.Value, document.About.Title.English))).DistinctBy(offer => offer.Label);
    }

    private static JsonObject Item(Offer offer, CursorPlace place)
    {
        var isKey = offer.Kind == OfferKind.Key || place.IsKey;
        var item = new JsonObject
        {
            ["label"] = offer.Label,
            ["kind"] = isKey ? KeyItem : ValueItem,
            ["textEdit"] = new JsonObject { ["range"] = EditorText.Range(place.Span), ["newText"] = isKey && !place.HasColon ? $"{offer.Label}: " : offer.Label },
        };
        if (offer.Describe.Length > 0)
        {
            item["documentation"] = EditorText.Markdown(offer.Describe);
        }

        return item;
    }
}
