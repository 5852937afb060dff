using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Tests.Conditions.Operators;

public class AgesTests
{
    [Theory]
    [InlineData("2026-11-20T10:00:00Z", true, false)]
    [InlineData("2026-11-21T10:00:00Z", false, false)]
    [InlineData("2026-11-21T10:00:00.0000001Z", false, true)]
    [InlineData("2026-11-21T12:00:00+02:00", false, false)]
    [InlineData("2030-01-01", false, true)]
    public void An_age_counts_from_the_moment_of_collection(string date, bool isOlder, bool isNewer)
    {
        Assert.True(Instants.TryParse(date, out var instant));

        var answers = (Ask.Of("older_than", new DateValue(instant), Ask.Number(86400)), Ask.Of("newer_than", new DateValue(instant), Ask.Number(86400)));

        Assert.Equal((isOlder, isNewer), answers);
    }

    [Fact]
    public void Without_the_moment_of_collection_no_age_is_known()
    {
        var test = FactOperators.Find("older_than")!.Prepare([Ask.Number(1)])!;

        var answer = test(new DateValue(DateTimeOffset.UnixEpoch), new FactContext(null, null));

        Assert.Null(answer);
    }
}
