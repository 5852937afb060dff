using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Policy.Cli.Terminal;
using Policy.Reporting;
using Policy.Reporting.Formats;
using Policy.Reporting.Results;
using Policy.Tests.LanguageServer;

namespace Policy.Tests.Reporting;

/// <summary>Thousands of texts that try to become something else, a host for each.</summary>
public sealed partial class ManyHostileTextsTests
{
    private const int HostsOfRun = 40;

    private static IEnumerable<RunResults> Runs => Hostile.Many.Chunk(HostsOfRun).Where(texts => texts.Length == HostsOfRun).Select(Hostile.Fleet);

    private static RunResults Harmless => Hostile.Fleet(Enumerable.Range(0, HostsOfRun).Select(index => $"word{index}"));

    [Fact]
    public void There_are_thousands() => Assert.InRange(Hostile.Many.Count, 3000 + HostsOfRun, 10_000);

    [Fact]
    public void No_text_changes_the_elements_of_a_page()
    {
        var expected = Documents.Shape(Documents.Html(Render.Text(Reports.Html(Harmless))));

        Assert.All(Runs, run => Assert.Equal(expected, Documents.Shape(Documents.Html(Render.Text(Reports.Html(run))))));
    }

    [Fact]
    public void No_text_changes_the_structure_of_a_Markdown_document()
    {
        var expected = Documents.Shape(Documents.Markdown(Render.Text(Reports.Markdown(Harmless))));

        Assert.All(Runs, run => Assert.Equal(expected, Documents.Shape(Documents.Markdown(Render.Text(Reports.Markdown(run))))));
    }

    [Fact]
    public void Another_renderer_of_Markdown_sees_the_same_structure()
    {
        if (NodePackages.Folder is not { } node)
        {
            return;
        }

        using var files = new TemporaryFolder();
        var documents = Runs.Prepend(Harmless).Select((run, index) => files.Write($"{index}.md", Render.Text(Reports.Markdown(run)))).ToArray();
        NodePackages.Run(node, "markdown.mjs", documents);
        var shapes = documents.Select(file => Documents.Shape(Documents.Html(File.ReadAllText($"{file}.html"))));

        Assert.All(shapes.Skip(1), shape => Assert.Equal(shapes.First(), shape));
    }

    [Fact]
    public void Chromium_sees_the_elements_that_were_written_and_nothing_runs()
    {
        if (Browser.Find() is not { } browser)
        {
            return;
        }

        using var files = new TemporaryFolder();
        var pages = Runs.Prepend(Harmless).Select((run, index) => files.Write($"{index}.html", Render.Text(Reports.Html(run)))).ToArray();

        Assert.Equal("", Browser.Look(browser, pages));
        Assert.Single(pages.Select(page => File.ReadAllText($"{page}.shape")).Distinct());
    }

    [Fact]
    public void Machine_formats_parse_and_no_cell_is_a_formula()
    {
        foreach (var hostile in Runs)
        {
            var json = ResultsWriter.Document(hostile);
            Assert.Equal(hostile.Hosts.Count, JsonDocument.Parse(json).RootElement.GetProperty("hosts").GetArrayLength());
            JsonDocument.Parse(Written(json, "sarif")).Dispose();
            XDocument.Parse(Encoding.UTF8.GetString(Written(json, "junit")));
            var cells = Cell().Matches(Encoding.UTF8.GetString(Written(json, "csv"))).Select(match => match.Groups[1].Value).Select(cell => cell.StartsWith('"') ? cell[1..^1] : cell);
            Assert.DoesNotContain(cells, cell => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]);
        }

        static byte[] Written(byte[] json, string name)
        {
            using var document = JsonDocument.Parse(json);
            return ResultFormat.Everything.Single(format => format.Name == name).Write(document.RootElement);
        }
    }

    [Fact]
    public void The_terminal_gets_no_control_character() => Assert.All(Runs, run => Assert.DoesNotContain(
        RunSummary.Of(run, 80, false, false),
        character => character != '\n' && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    [GeneratedRegex("(\"(?:[^\"]|\"\")*\"|[^,\r\n\"]*)(?:,|\r\n)")]
    private static partial Regex Cell();
}
