using Policy.Core.Conditions;

namespace Policy.Tests.Conditions;

public class KleeneTests
{
    [Theory]
    [InlineData(Truth.True, Truth.True, Truth.True, Truth.True)]
    [InlineData(Truth.True, Truth.Unknown, Truth.Unknown, Truth.True)]
    [InlineData(Truth.True, Truth.False, Truth.False, Truth.True)]
    [InlineData(Truth.Unknown, Truth.True, Truth.Unknown, Truth.True)]
    [InlineData(Truth.Unknown, Truth.Unknown, Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.Unknown, Truth.False, Truth.False, Truth.Unknown)]
    [InlineData(Truth.False, Truth.True, Truth.False, Truth.True)]
    [InlineData(Truth.False, Truth.Unknown, Truth.False, Truth.Unknown)]
    [InlineData(Truth.False, Truth.False, Truth.False, Truth.False)]
    public void The_tables_are_those_of_Kleene(Truth left, Truth right, Truth and, Truth or)
    {
        var found = (left.And(right), left.Or(right));

        Assert.Equal((and, or), found);
    }

    [Theory]
    [InlineData(Truth.True, Truth.False)]
    [InlineData(Truth.Unknown, Truth.Unknown)]
    [InlineData(Truth.False, Truth.True)]
    public void Not_swaps_true_and_false(Truth truth, Truth expected) => Assert.Equal(expected, truth.Not());

    [Fact]
    public void An_open_answer_is_unknown()
    {
        var truths = new bool?[] { true, false, null }.Select(Kleene.Of);

        Assert.Equal([Truth.True, Truth.False, Truth.Unknown], truths);
    }

    [Fact]
    public void Every_truth_has_a_word() => Assert.Equal(["false", "unknown", "true"], Enum.GetValues<Truth>().Select(Kleene.Name));
}
