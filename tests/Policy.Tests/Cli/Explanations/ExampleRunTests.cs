using Policy.Authoring.Explanations;
using Policy.Cli.Explanations;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;

namespace Policy.Tests.Cli.Explanations;

public sealed class ExampleRunTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCodes.Everything.Select(code => code.Id)];

    public static TheoryData<string> Words => [.. WordStories.Everything.Select(story => story.Word)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_of_a_code_has_that_mistake_at_its_place_and_no_other(string code)
    {
        var story = CodeStories.Find(code);

        Assert.True(story is not null, $"write src/Policy.Authoring/Explanations/codes/{code}.md: what {code} means, a wrong and a right example");
        var complaint = Assert.Single(ExampleRun.Complaints(story.Wrong));
        Assert.Equal($"{story.Wrong.Place} {code}", $"{complaint.Span.Line}:{complaint.Span.Column} {complaint.Code.Id}");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_right_example_of_a_code_has_nothing_to_complain_about(string code)
    {
        var complaints = ExampleRun.Complaints(CodeStories.Find(code)!.Right);

        Assert.Empty(complaints);
    }

    [Fact]
    public void No_story_is_told_of_a_code_that_is_not_there()
    {
        var known = DiagnosticCodes.Everything.Select(code => code.Id);

        Assert.Empty(CodeStories.Codes.Except(known));
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void The_examples_of_a_word_pass_and_fail_as_they_say(string word)
    {
        var story = WordStories.Everything.Single(story => story.Word == word);

        Assert.Contains(word, story.Condition.Replace("os.id: debian", "equals", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Verdict.Pass, ExampleRun.Judge(story.Condition, story.Holds));
        Assert.Equal(Verdict.Fail, ExampleRun.Judge(story.Condition, story.Fails));
    }

    [Fact]
    public void Every_operator_has_an_example()
    {
        Assert.Empty(FactOperators.Everything.Select(item => item.Name).Except(WordStories.Everything.Select(story => story.Word)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n```yaml\na: b\n```\n")]
    [InlineData("text\n```yaml\na: b\n```\n1:1\n```yaml\na: b\n```\n")]
    [InlineData("text\n```toml\na: b\n```\nat 1:1\n```yaml\na: b\n```\n")]
    public void A_story_of_another_form_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => CodeStories.Read("POL0000", text));
    }
}
