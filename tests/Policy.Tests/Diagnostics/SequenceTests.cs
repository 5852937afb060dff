using Policy.Core.Diagnostics;

namespace Policy.Tests.Diagnostics;

public class SequenceTests
{
    [Fact]
    public void Equal_content_in_equal_order_is_equal()
    {
        Sequence<string> left = ["a", "b"];
        var right = new List<string> { "a", "b" }.ToSequence();

        Assert.True(left == right);
        Assert.True(left.Equals((object)right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Other_content_or_another_order_is_not()
    {
        Sequence<string> left = ["a", "b"];

        Assert.True(left != ["b", "a"]);
        Assert.True(left != ["a"]);
        Assert.False(left.Equals("ab"));
    }

    [Fact]
    public void The_default_is_the_empty_one()
    {
        var nothing = default(Sequence<int>);

        Assert.True(nothing == []);
        Assert.Empty(nothing);
        Assert.True(nothing.AsSpan().IsEmpty);
        Assert.Equal(nothing.GetHashCode(), new Sequence<int>([]).GetHashCode());
    }

    [Fact]
    public void Records_that_hold_equal_ones_are_equal()
    {
        var left = new Holder(["a"], ["x"]);
        var right = new Holder(["a"], ["x"]);

        Assert.Equal(left, right);
    }

    [Fact]
    public void Elements_come_in_their_order()
    {
        Sequence<int> numbers = [3, 1, 2];

        Assert.Equal([3, 1, 2], numbers.Select(number => number));
        Assert.Equal((3, 2), (numbers[0], numbers[^1]));
    }

    private sealed record Holder(Sequence<string> Names, Sequence<string> Others);
}
