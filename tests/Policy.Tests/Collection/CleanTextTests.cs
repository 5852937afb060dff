using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class CleanTextTests
{
    private static readonly Present Good = new(new StringValue("good"));
    private static readonly Present Bad = new(new StringValue("b\uFFFDd"));
    private static readonly Unknown Refused = new(UnknownCause.Malformed);

    [Fact]
    public void Clean_values_stay_the_same_objects()
    {
        var present = new Present(new ListValue([Good, new Present(new RecordValue(Map(("a", Good))))]), "here");

        Assert.Same(present, CleanText.Of(present));
    }

    [Fact]
    public void Only_the_element_with_the_text_is_refused()
    {
        Assert.Equal(new Present(new ListValue([Good, Refused])), CleanText.Of(new Present(new ListValue([Good, Bad]))));
    }

    [Fact]
    public void Only_the_field_with_the_text_is_refused()
    {
        var record = new Present(new RecordValue(Map(("a", Good), ("b", Bad))));

        Assert.Equal(new Present(new RecordValue(Map(("a", Good), ("b", Refused)))), CleanText.Of(record));
    }

    [Fact]
    public void A_map_with_such_a_key_is_not_complete_any_more()
    {
        var map = new Present(new MapValue(Map(("a", Good), ("\0", Good)), IsComplete: true));

        Assert.Equal(new Present(new MapValue(Map(("a", Good)), IsComplete: false)), CleanText.Of(map));
    }

    [Fact]
    public void A_map_with_such_a_value_stays_complete()
    {
        var map = new Present(new MapValue(Map(("a", Bad)), IsComplete: true));

        Assert.Equal(new Present(new MapValue(Map(("a", Refused)), IsComplete: true)), CleanText.Of(map));
    }

    private static FactMap Map(params (string Name, Observation Value)[] items) => new(items.Select(item => KeyValuePair.Create(item.Name, item.Value)));
}
