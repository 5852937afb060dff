namespace Policy.Collection.Doors.Recordings;

/// <summary>What a host answered to one question.</summary>
/// <param name="State"><c>got</c>, <c>missing</c>, or the name of a cause.</param>
/// <param name="Source">Where the answer stands.</param>
/// <param name="Text">The answer, or the detail of the cause.</param>
internal sealed record JournalEntry(string State, string Source, string Text)
{
    /// <summary>The state of an answer with a content.</summary>
    internal const string Got = "got";

    /// <summary>The state of an answer that the host does not have it.</summary>
    internal const string Missing = "missing";
}
