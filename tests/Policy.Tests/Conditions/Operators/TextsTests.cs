namespace Policy.Tests.Conditions.Operators;

public class TextsTests
{
    [Theory]
    [InlineData("a|b", "a", true)]
    [InlineData("a|b", "ab", false)]
    [InlineData("a", "a\n", false)]
    [InlineData("", "", true)]
    [InlineData("(?i)vmx", "VMX", true)]
    [InlineData("^a$", "a", true)]
    [InlineData("[0-9]+", "١٢", false)]
    public void Matches_takes_the_whole_text(string pattern, string text, bool expected) => Assert.Equal(expected, Ask.OfText("matches", text, pattern));

    [Theory]
    [InlineData("b+", "abbc", true)]
    [InlineData("^b", "abbc", false)]
    [InlineData("", "anything", true)]
    public void Finds_takes_a_part_of_the_text(string pattern, string text, bool expected) => Assert.Equal(expected, Ask.OfText("finds", text, pattern));

    [Theory]
    [InlineData("(")]
    [InlineData("a)|(b")]
    [InlineData(@"(a)\1")]
    [InlineData("a(?=b)")]
    [InlineData("(?<!a)b")]
    [InlineData("(?>a+)")]
    public void A_pattern_that_the_engine_does_not_know_is_refused(string pattern)
    {
        var answers = new[] { Ask.OfText("matches", "ab", pattern), Ask.OfText("finds", "ab", pattern) };

        Assert.All(answers, answer => Assert.Null(answer));
    }

    [Fact]
    public void A_pattern_of_more_than_a_thousand_characters_is_refused()
    {
        var answer = Ask.OfText("finds", "a", new string('a', 1001));

        Assert.Null(answer);
    }

    [Fact]
    public void A_pattern_that_grows_too_large_inside_the_engine_is_refused()
    {
        var answer = Ask.OfText("matches", "a", "((a{1,100}){1,100}){1,100}");

        Assert.Null(answer);
    }

    [Fact]
    public void A_pattern_that_other_engines_backtrack_over_ends_at_once()
    {
        var text = new string('a', 5000) + "!";

        var answer = Ask.OfText("matches", text, "(a+)+");

        Assert.False(answer);
    }

    [Theory]
    [InlineData("contains", "", true)]
    [InlineData("contains", "ı", false)]
    [InlineData("starts_with", "I", false)]
    [InlineData("ends_with", "\u0301", true)]
    public void Parts_compare_by_ordinal(string name, string part, bool expected) => Assert.Equal(expected, Ask.OfText(name, "ie\u0301", part));
}
