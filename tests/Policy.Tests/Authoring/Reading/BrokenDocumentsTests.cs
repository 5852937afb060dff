using System.Text;
using Policy.Authoring;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Tests.Snapshots;

namespace Policy.Tests.Authoring.Reading;

/// <summary>Documents with several mistakes each, <c>tests/cases/broken</c>, and what an author reads about them.</summary>
public sealed class BrokenDocumentsTests
{
    private static readonly string Folder = Path.Join(Repository.Root, "tests/cases/broken");

    [Fact]
    public void Every_mistake_is_told_where_it_is_and_nothing_that_follows_from_another()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(Folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var (name, bytes) = (Path.GetFileName(file), File.ReadAllBytes(file));
            using var writer = new StringWriter { NewLine = "\n" };
            DiagnosticPrinter.Print(writer, Complaints(name, bytes), new Dictionary<string, byte[]> { [name] = bytes });
            Assert.NotEqual(string.Empty, writer.ToString());
            text.Append(writer).Append('\n');
        }

        Snapshot.Verify(text.ToString(), "txt");
    }

    private static Sequence<Diagnostic> Complaints(string name, byte[] bytes)
    {
        var loaded = DocumentLoader.Load(name, bytes, FactSources.Catalogue);
        return loaded.Value is { } document
            ? Composition.Compose([document], id => ShippedDocuments.Find(id, FactSources.Catalogue), []).Diagnostics
            : loaded.Diagnostics;
    }
}
