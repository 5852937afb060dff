using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Tests.Conditions.Operators;

/// <summary>Every operator, by what is known of the fact and by what is known of the operand.</summary>
public class OperatorStatesTests
{
    private static readonly Unknown Nothing = new(UnknownCause.Denied);

    private static readonly Absent Gone = new();

    public static TheoryData<int> Samples => new(Enumerable.Range(0, OperatorSample.Everything.Count));

    [Fact]
    public void Every_operator_has_a_sample() =>
        Assert.Equal(FactOperators.Everything.Select(item => item.Name).Order(StringComparer.Ordinal), OperatorSample.Everything.Select(item => item.Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_present_fact_decides(int index)
    {
        var sample = OperatorSample.Everything[index];

        var truths = new[]
        {
            sample.AskWithLiterals(new Present(sample.Holding)), sample.AskWithFacts(new Present(sample.Holding), null),
            sample.AskWithLiterals(new Present(sample.Failing)), sample.AskWithFacts(new Present(sample.Failing), null),
        };

        Assert.True(sample.Operator.Fits(sample.Type));
        Assert.Equal([Truth.True, Truth.True, Truth.False, Truth.False], truths);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_unknown_fact_leaves_every_operator_open(int index)
    {
        var sample = OperatorSample.Everything[index];

        var truths = new[] { sample.AskWithLiterals(Nothing), sample.AskWithFacts(Nothing, null), sample.AskWithFacts(Nothing, Gone), sample.AskWithFacts(Nothing, Nothing) };

        Assert.All(truths, truth => Assert.Equal(Truth.Unknown, truth));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_absent_fact_denies_what_is_positive_and_satisfies_what_is_negative(int index)
    {
        var sample = OperatorSample.Everything[index];
        var expected = sample.Name is "not_equals" or "none_of" or "contains_none" or "subset_of" ? Truth.True : Truth.False;

        var truths = new[] { sample.AskWithLiterals(Gone), sample.AskWithFacts(Gone, null) };

        Assert.All(truths, truth => Assert.Equal(expected, truth));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_unknown_operand_leaves_the_operator_open(int index)
    {
        var sample = OperatorSample.Everything[index];

        var truths = new[] { sample.AskWithFacts(new Present(sample.Holding), Nothing), sample.AskWithFacts(new Present(sample.Failing), Nothing), sample.AskWithFacts(Gone, Nothing) };

        Assert.All(truths, truth => Assert.Equal(Truth.Unknown, truth));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_absent_operand_denies_what_is_positive_and_satisfies_what_is_negative(int index)
    {
        var sample = OperatorSample.Everything[index];
        var expected = sample.Name is "not_equals" or "none_of" or "contains_none" ? Truth.True : Truth.False;

        var truths = new[] { sample.AskWithFacts(new Present(sample.Holding), Gone), sample.AskWithFacts(new Present(sample.Failing), Gone), sample.AskWithFacts(Gone, Gone) };

        Assert.All(truths, truth => Assert.Equal(expected, truth));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_list_with_an_unknown_element_leaves_every_operator_open(int index)
    {
        var sample = OperatorSample.Everything[index];
        if (sample.Type is not ListType)
        {
            return;
        }

        var truths = new[] { sample.Holding, sample.Failing }.Select(value => new ListValue([.. ((ListValue)value).Items, Nothing])).Select(value => sample.AskWithLiterals(new Present(value)));

        Assert.All(truths, truth => Assert.Equal(Truth.Unknown, truth));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_list_operand_with_an_unknown_element_leaves_every_operator_open(int index)
    {
        var sample = OperatorSample.Everything[index];
        if (!sample.Operator.TakesList)
        {
            return;
        }

        var truth = sample.AskWithFacts(new Present(sample.Holding), new Present(new ListValue([.. Ask.List(sample.Operands).Items, Nothing])));

        Assert.Equal(Truth.Unknown, truth);
    }
}
