using System.Text.RegularExpressions;
using Policy.Core.Compliance;
using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Prose;
using Policy.Reporting;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;
using Policy.Reporting.Words;

namespace Policy.Tests.Reporting;

public sealed partial class ReportWordsTests
{
    public static TheoryData<string> Tags => [.. Language.Everything.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_language_has_the_words_of_english_with_the_same_places(string tag)
    {
        Assert.Equal(ReportWords.TableOf("en").Select(Shape).Order(StringComparer.Ordinal), ReportWords.TableOf(tag).Select(Shape).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void There_is_a_word_for_everything_that_has_a_name(string tag)
    {
        var words = new ReportWords(Language.Find(tag)!);
        IEnumerable<string> keys =
        [
            .. Enum.GetValues<Verdict>().SelectMany(item => new[] { $"rule.{item.Name()}", $"shape.{item.Name()}" }),
            .. Enum.GetValues<UnknownCause>().SelectMany(item => new[] { $"unknown.{item.Name()}", $"decide.{item.Name()}" }),
            .. Enum.GetValues<BeyondReason>().Select(item => $"beyond.{item.Name()}"),
            .. Enum.GetValues<Actor>().Select(item => $"who.{item.Name()}"),
            .. Enum.GetValues<Truth>().Select(item => $"truth.{item.Name()}"),
        ];

        Assert.DoesNotContain(keys, key => !words.Has(key));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_template_says_only_what_there_are_words_for(string tag)
    {
        var words = new ReportWords(Language.Find(tag)!);
        var said = new[] { "report.html", "report.md", "diff.html", "diff.md" }.SelectMany(file => Said().Matches(File.ReadAllText(Path.Join(Repository.Root, "reports", file)))).Select(match => match.Groups[1].Value).ToList();

        Assert.True(said.Count > 50);
        Assert.DoesNotContain(said, key => !words.Has(key));
    }

    [Fact]
    public void A_report_is_in_the_language_of_the_results_unless_another_is_wanted()
    {
        var json = ResultsWriter.Document(ReportSnapshotTests.Sample() with { Language = Language.TraditionalChinese });

        var (own, other) = (Render.Text(Reports.Html(json)), Render.Text(Reports.Html(json, Language.SimplifiedChinese)));

        Assert.Contains("<html lang=\"zh-Hant\">", own, StringComparison.Ordinal);
        Assert.Contains("缺少的項目", own, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hans\">", other, StringComparison.Ordinal);
        Assert.Contains("缺少的项目", other, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_says_what_there_is_no_phrase_for_is_told_so()
    {
        Assert.Contains("there is no phrase `nonsense`", Render.Complaint("a\n{{ say \"nonsense\" }}", TemplateKind.Html).Message, StringComparison.Ordinal);
    }

    private static string Shape(KeyValuePair<string, string> phrase) => $"{phrase.Key} {string.Concat(Place().Matches(phrase.Value).Select(match => match.Value).Order(StringComparer.Ordinal))}";

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("say \"([^\"]+)\"")]
    private static partial Regex Said();
}
