using Policy.Core.Diagnostics;

namespace Policy.Testing.Mutation;

/// <summary>A mutant as the change of a line of its policy.</summary>
public static class MutantText
{
    /// <summary>The line as it is and as it would be; the latter is null where the whole entry goes.</summary>
    /// <param name="note">What was changed.</param>
    /// <param name="source">The text of the policy.</param>
    public static (string Before, string? After) Of(EditNote note, SourceText source)
    {
        var line = source.Line(note.Span.Line);
        var start = Math.Min(Math.Max(0, note.Span.Column - 1), line.Length);
        return note switch
        {
            { Old: { } old, New: { } fresh } when Place(line, old, start) is { } place => (line, $"{line[..place]}{fresh}{line[(place + old.Length)..]}"),
            { Kind: MutationKind.Negation } => (line, $"{line[..start]}not: {{ {line[start..].TrimEnd()} }}"),
            { Kind: MutationKind.Dropped or MutationKind.Applicability or MutationKind.Recommendation } => (line, null),
            _ => (line, $"{line.TrimEnd()}   # {note.What}"),
        };
    }

    // The span is that of an operator or an entry; what is replaced stands at it or behind it, or is the key before it.
    private static int? Place(string line, string old, int start)
    {
        var behind = line.IndexOf(old, start, StringComparison.Ordinal);
        var place = behind >= 0 ? behind : line.LastIndexOf(old, StringComparison.Ordinal);
        return place >= 0 ? place : null;
    }
}
