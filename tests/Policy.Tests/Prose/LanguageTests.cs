using System.Text.RegularExpressions;
using Policy.Authoring;
using Policy.Collection;
using Policy.Collection.Footprints;
using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Prose;
using Policy.Core.Rules;

namespace Policy.Tests.Prose;

public partial class LanguageTests
{
    public static TheoryData<string> Tags => [.. Language.Everything.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void A_language_has_a_phrase_for_everything_that_has_a_name(string tag)
    {
        var language = Language.Find(tag)!;
        IEnumerable<string> keys =
        [
            .. FactOperators.Everything.Select(item => $"operator.{item.Name}"),
            .. Enum.GetValues<Verdict>().Select(item => $"verdict.{item.Name()}"),
            .. RuleSeverities.Names.Select(name => $"severity.{name}"),
            .. RemedyEfforts.Names.Select(name => $"effort.{name}"),
            .. Enum.GetValues<UnknownCause>().Select(item => $"cause.{item.Name()}"),
            .. Enum.GetValues<Truth>().SelectMany(item => new[] { $"truth.{item.Name()}", $"decided.{item.Name()}", $"empty.{item.Name()}" }),
            .. Enum.GetValues<OperandShape>().Select(item => $"operand.{item}"),
            .. Enum.GetValues<FactUnit>().Select(unit => $"type.{new NumberType(unit)}"),
            .. Needs().Select(need => $"needs.{need}"),
        ];

        Assert.Empty(keys.Except(language.Phrases.Keys));
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Every_language_has_the_phrases_of_every_other_with_the_same_places(string tag)
    {
        var phrases = Language.Find(tag)!.Phrases;

        Assert.Equal(Language.English.Phrases.Select(Shape).Order(StringComparer.Ordinal), phrases.Select(Shape).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en_US.UTF-8", "en")]
    [InlineData("C", "en")]
    [InlineData("zh_TW.UTF-8", "zh-Hant")]
    [InlineData("zh-Hant-HK", "zh-Hant")]
    [InlineData("zh_HK", "zh-Hant")]
    [InlineData("zh_CN.UTF-8", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("de_DE@euro", null)]
    [InlineData("", null)]
    public void A_language_is_found_by_tag_and_by_locale(string name, string? tag)
    {
        Assert.Equal(tag, Language.Find(name)?.Tag);
    }

    [Theory]
    [MemberData(nameof(ShippedInChinese))]
    public void The_chinese_prose_of_a_rule_has_no_words_of_another_language_but_names_and_values(string id, string tag)
    {
        var policy = (PolicyDocument)ShippedDocuments.Find(id, FactSources.Catalogue)!;
        var parameters = policy.Parameters.Where(item => item.Default is not null).ToDictionary(item => item.Name, item => item.Default!);
        var names = NamesOf(policy, File.ReadAllText(Path.Join(Repository.Root, "policies", ShippedDocuments.FileOf(id))));
        var prose = new ConditionProse(Language.Find(tag)!, policy, parameters);

        var lines = policy.Rules.SelectMany(rule => new[] { rule.Applies, rule.Require, rule.Recommend }).Append(policy.Applies).OfType<Condition>()
            .SelectMany(condition => prose.Outline(condition).Select(line => line.Text).Append(prose.Sentence(condition))).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.DoesNotMatch("[A-Za-z]", names.Aggregate(line, (text, name) => text.Replace(name, string.Empty, StringComparison.Ordinal))));
        Assert.All(lines, line => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", line));
    }

    public static TheoryData<string, string> ShippedInChinese
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var policy in ShippedDocuments.Files.Select(file => ShippedDocuments.Find(Path.GetFileNameWithoutExtension(file), FactSources.Catalogue)).OfType<PolicyDocument>())
            {
                data.Add(policy.Id, "zh-Hant");
                data.Add(policy.Id, "zh-Hans");
            }

            return data;
        }
    }

    // Everything between blanks, brackets and commas of the policy's own text that is no keyword, and the units.
    private static IEnumerable<string> NamesOf(PolicyDocument policy, string text) =>
        Word().Matches(text).Select(match => match.Value.TrimEnd(':').Trim('"', '\''))
            .Concat(new RuleFacts(policy) is var facts ? policy.Rules.SelectMany(facts.Of).Select(fact => fact.Path) : [])
            .Where(name => name.Length > 0 && !Keywords.Contains(name)).Distinct().OrderByDescending(name => name.Length);

    private static readonly HashSet<string> Keywords =
        [.. FactOperators.Everything.Select(item => item.Name), "all", "any", "none", "not", "when", "then", "else", "switch", "default", "where", "of", "is", "and", "or", "the", "it", "at", "least"];

    private static IEnumerable<string> Needs() =>
        FactSources.Catalogue.Facts.SelectMany(fact => Footprint.Of(fact, "key", new HostOptions())).Select(TouchPrivileges.Of).OfType<string>().Distinct();

    private static string Shape(KeyValuePair<string, string> phrase) => $"{phrase.Key} {string.Concat(Place().Matches(phrase.Value).Select(match => match.Value).Order(StringComparer.Ordinal))}";

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[^\s,\[\]{}]+")]
    private static partial Regex Word();
}
