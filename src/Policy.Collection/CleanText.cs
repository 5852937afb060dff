using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Refuses text that the host did not mean: NUL, and U+FFFD where bytes were no UTF-8.</summary>
internal static class CleanText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The observation, with <c>malformed</c> for each value inside that is or holds such text.</summary>
    /// <remarks>Of a map with such a key nobody knows which key it is, so the map is not complete any more.</remarks>
    internal static Observation Of(Observation observation) => observation switch
    {
        Present present when Of(present.Value) is { } value => ReferenceEquals(value, present.Value) ? present : present with { Value = value },
        Present present => new Unknown(UnknownCause.Malformed, present.Source),
        _ => observation,
    };

    /// <summary>The value itself if all of it is clean, null if it is a text that is not.</summary>
    private static FactValue? Of(FactValue value) => value switch
    {
        StringValue text => IsClean(text.Value) ? text : null,
        VersionValue version => IsClean(version.Text) ? version : null,
        ListValue list when list.Items.Any(IsChanged) => new ListValue([.. list.Items.Select(Of)]),
        RecordValue fields when fields.Fields.Items.Values.Any(IsChanged) => new RecordValue(Of(fields.Fields)),
        MapValue map when map.Entries.Items.Any(entry => IsChanged(entry.Value) || !IsClean(entry.Key)) =>
            new MapValue(Of(map.Entries), map.IsComplete && map.Entries.Items.Keys.All(IsClean)),
        _ => value,
    };

    private static FactMap Of(FactMap map) =>
        new(map.Items.Where(item => IsClean(item.Key)).Select(item => KeyValuePair.Create(item.Key, Of(item.Value))));

    private static bool IsChanged(Observation observation) => !ReferenceEquals(Of(observation), observation);

    private static bool IsClean(string text) => text.AsSpan().IndexOfAny('\0', Replacement) < 0;
}
