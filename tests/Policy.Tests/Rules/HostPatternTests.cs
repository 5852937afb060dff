using System.Text.RegularExpressions;
using CsCheck;
using Policy.Core.Rules;

namespace Policy.Tests.Rules;

public class HostPatternTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("pve01", "pve01", true)]
    [InlineData("pve01", "PVE01", false)]
    [InlineData("pve01", "pve011", false)]
    [InlineData("pve?1", "pve01", true)]
    [InlineData("pve?1", "pve1", false)]
    [InlineData("lab-*", "lab-", true)]
    [InlineData("lab-*", "my-lab-1", false)]
    [InlineData("*.example.org", "a.example.org", true)]
    [InlineData("*.example.org", "a.exampleXorg", false)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-c-b", false)]
    [InlineData("[ab]", "a", false)]
    public void A_pattern_is_the_whole_name_with_stars_and_question_marks(string pattern, string host, bool fits)
    {
        Assert.Equal(fits, HostPattern.Fits(pattern, host));
    }

    [Fact]
    public void A_pattern_fits_what_the_same_regular_expression_fits()
    {
        var text = Gen.Char["ab*?"].Array[0, 8].Select(characters => new string(characters));

        Gen.Select(text, text).Sample(
            (pattern, host) =>
            {
                var expression = Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal);
                return HostPattern.Fits(pattern, host) == Regex.IsMatch(host, $"^(?:{expression})\\z", RegexOptions.NonBacktracking);
            },
            iter: Exam.Times(2000));
    }

    [Fact]
    public void Many_stars_do_not_multiply_the_work()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 1000)) + "b";

        Assert.False(HostPattern.Fits(pattern, new string('a', 10_000)));
    }
}
