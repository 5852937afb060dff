using System.Text;
using Policy.Authoring;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Testing.Suites;

/// <summary>Loads the tests of a folder with the policies that they name: those of the folder, and the shipped ones.</summary>
/// <param name="folder">The folder, with the folders in it.</param>
/// <param name="catalogue">The facts that policies can name.</param>
/// <param name="collect">Reads captured roots; null where only fact documents can be read.</param>
internal sealed class SuiteFolder(string folder, FactCatalogue catalogue, RootCollector? collect)
{
    private readonly Dictionary<string, AuthoredDocument> byId = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> complaints = [];

    /// <summary>The tests in ordinal order of their files.</summary>
    /// <exception cref="PolicyTestException">A document is not sound.</exception>
    public IReadOnlyList<TestSuite> Load()
    {
        var texts = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Text).ToList();
        var isLate = texts.ToLookup(text => DocumentHead.Of(text.File, text.Bytes) is { IsAboutPolicies: true });
        foreach (var document in isLate[false].Select(text => Sound(DocumentLoader.Load(text, catalogue, library: null))).OfType<AuthoredDocument>())
        {
            byId.TryAdd(document.Id, document);
        }

        PolicyTestException.ThrowIfAny(complaints);
        var suites = isLate[true].Select(text => (Text: text, Tests: Late(text) as TestDocument)).Where(item => item.Tests is not null).Select(item => Suite(item.Tests!, item.Text)).ToList();
        PolicyTestException.ThrowIfAny(complaints);
        return suites;
    }

    private static DocumentText Text(string file) => new(file, File.ReadAllBytes(file));

    private TestSuite Suite(TestDocument tests, DocumentText text)
    {
        var beside = Path.GetDirectoryName(Path.GetFullPath(text.File))!;
        var waivers = tests.Cases.Select(item => item.Waivers?.Name).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Document: Late(Text(Path.Join(beside, name))) as WaiverDocument))
            .Where(item => item.Document is not null)
            .ToDictionary(item => item.Name, item => item.Document!, StringComparer.Ordinal);
        return new TestSuite(tests, (PolicyDocument)Find(tests.Policy.Name)!, new FixtureFolder(beside, collect).Read, waivers, Encoding.UTF8.GetString(text.Bytes.Span));
    }

    private AuthoredDocument? Find(string id) => byId.GetValueOrDefault(id) ?? ShippedDocuments.Find(id, catalogue);

    private SourceDocument? Late(DocumentText text) => Sound(DocumentLoader.Load(text, catalogue, PolicyLibrary.Of(Find)));

    private SourceDocument? Sound(Checked<SourceDocument> loaded)
    {
        complaints.AddRange(loaded.Diagnostics);
        return loaded.Value;
    }
}
