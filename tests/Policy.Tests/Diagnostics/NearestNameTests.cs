using Policy.Core.Diagnostics;

namespace Policy.Tests.Diagnostics;

public class NearestNameTests
{
    private static readonly string[] Known = ["cpu.flags", "cpu.vendor", "memory.total", "os.id", "at_least", "at_most"];

    [Theory]
    [InlineData("cpu.flag", "cpu.flags")]
    [InlineData("cpu.falgs", "cpu.flags")]
    [InlineData("memroy.totla", "memory.total")]
    [InlineData("os.idd", "os.id")]
    [InlineData("at_leasst", "at_least")]
    [InlineData("cpu.flags", "cpu.flags")]
    [InlineData("kernel.config", null)]
    [InlineData("", null)]
    public void A_mistyped_name_finds_the_one_that_was_meant(string name, string? expected) => Assert.Equal(expected, NearestName.Of(name, Known));

    [Fact]
    public void Of_equally_near_names_the_first_in_order_counts()
    {
        var found = (NearestName.Of("ab", ["ac", "aa"]), NearestName.Of("ab", ["aa", "ac"]));

        Assert.Equal(("aa", "aa"), found);
    }

    [Theory]
    [InlineData("cpu.flag", "cpu.flags")]
    [InlineData("at_laest", "at_least")]
    [InlineData("at_lxxst", "at_least")]
    [InlineData("at_pest", null)]
    [InlineData("os.x", null)]
    [InlineData("o", null)]
    [InlineData("", null)]
    public void Only_one_that_must_have_been_meant_is_put_in_its_place(string name, string? expected) => Assert.Equal(expected, NearestName.Only(name, [.. Known, "at_rest", "at_best"]));

    [Fact]
    public void A_swap_of_neighbours_is_one_edit() => Assert.Equal("abdc", NearestName.Of("abcd", ["abxy", "abdc"]));

    [Fact]
    public void Without_a_near_name_there_is_no_help() => Assert.Null(NearestName.Help("zzzzzzzz", Known));

    [Fact]
    public void The_help_is_a_question() => Assert.Equal("did you mean `os.id`?", NearestName.Help("os.ix", Known));
}
