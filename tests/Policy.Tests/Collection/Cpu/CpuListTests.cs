using Policy.Collection.Sources.Cpu;

namespace Policy.Tests.Collection.Cpu;

public class CpuListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("0", "0")]
    [InlineData("0-3,8", "0 1 2 3 8")]
    [InlineData("1-9:4", "1 5 9")]
    [InlineData("6,7,10-11", "6 7 10 11")]
    public void A_list_has_ranges_strides_and_gaps(string text, string numbers)
    {
        Assert.Equal(numbers, string.Join(' ', CpuList.Parse(text)!));
    }

    [Theory]
    [InlineData("3-1")]
    [InlineData("1-2-3")]
    [InlineData("0-4:0")]
    [InlineData("-1")]
    [InlineData("0-4000000000")]
    [InlineData("all")]
    [InlineData("0-65535,0-65535,0-65535")]
    public void Other_text_is_no_list(string text)
    {
        Assert.Null(CpuList.Parse(text));
    }

    [Theory]
    [InlineData("00000000,00000003", "0 1")]
    [InlineData("1,80000000", "31 32")]
    public void The_last_word_of_a_set_holds_the_first_processors(string text, string numbers)
    {
        Assert.Equal(numbers, string.Join(' ', CpuMask.Parse(text)!));
    }
}
