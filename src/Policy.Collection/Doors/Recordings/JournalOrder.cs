namespace Policy.Collection.Doors.Recordings;

/// <summary>Ordinal order of questions and subjects, so that two recordings can be compared line by line.</summary>
internal sealed class JournalOrder : IComparer<(string Question, string Subject)>
{
    /// <summary>The only one.</summary>
    internal static readonly JournalOrder Instance = new();

    /// <inheritdoc/>
    public int Compare((string Question, string Subject) x, (string Question, string Subject) y)
    {
        var order = string.CompareOrdinal(x.Question, y.Question);
        return order != 0 ? order : string.CompareOrdinal(x.Subject, y.Subject);
    }
}
