using System.Diagnostics.CodeAnalysis;
using System.Text;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Recordings;

/// <summary>Every question that a collection asked a host, and its answer: what makes a captured host as complete as the live one was.</summary>
/// <remarks>
/// Stands in a captured root as <c>.policy/journal</c>: a line for each question with its subject, state, source and answer, separated by tabs.
/// Contents of files stand in the root itself, outputs of programs under <c>.policy/commands</c>. A journal that is called partial tells only what
/// files cannot, such as the answers of a device, and leaves everything else to them.
/// </remarks>
internal sealed class Journal
{
    /// <summary>Where it stands.</summary>
    internal const string Place = ".policy/journal";

    private const string FirstLine = "policy journal 1";
    private const string PartialFirstLine = "policy journal 1 partial";
    private readonly SortedDictionary<(string Question, string Subject), JournalEntry> entries = new(JournalOrder.Instance);
    private readonly Lock gate = new();

    /// <summary>Whether what it does not tell is left to the files.</summary>
    internal bool IsPartial { get; private init; }

    /// <summary>Whether it answers a question.</summary>
    internal bool Answers(string question, string subject) => !IsPartial || entries.ContainsKey((question, subject));

    /// <summary>The questions that were asked, in ordinal order.</summary>
    internal IReadOnlyCollection<(string Question, string Subject)> Asked => entries.Keys;

    /// <summary>Writes an answer down; the first one to a question stays.</summary>
    /// <returns>The answer.</returns>
    internal Reading<T> Note<T>(string question, string subject, Reading<T> answer, Func<T, string> write)
    {
        var entry = answer switch
        {
            Got<T> got => new JournalEntry(JournalEntry.Got, got.Source, write(got.Value)),
            Missing<T> missing => new JournalEntry(JournalEntry.Missing, missing.Source, string.Empty),
            Failed<T> failed => new JournalEntry(failed.Cause.Name(), failed.Source, failed.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        lock (gate)
        {
            _ = entries.TryAdd((question, subject), entry);
        }

        return answer;
    }

    /// <summary>The answer that was written down; failed with <c>not-collected</c> if the question was not asked.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="subject">About what.</param>
    /// <param name="tryRead">Reads the answer.</param>
    internal Reading<T> Find<T>(string question, string subject, TryReadText<T> tryRead)
    {
        if (!entries.TryGetValue((question, subject), out var entry))
        {
            return new Failed<T>(UnknownCause.NotCollected, subject, "not recorded");
        }

        return entry.State switch
        {
            JournalEntry.Got => tryRead(entry.Text, out var content) ? new Got<T>(content, entry.Source) : Damaged<T>(subject),
            JournalEntry.Missing => new Missing<T>(entry.Source),
            _ => UnknownCauses.Find(entry.State) is { } cause ? new Failed<T>(cause, entry.Source, entry.Text) : Damaged<T>(subject),
        };
    }

    /// <summary>The lines of the file.</summary>
    internal byte[] ToBytes()
    {
        var text = new StringBuilder(FirstLine).Append('\n');
        lock (gate)
        {
            foreach (var ((question, subject), entry) in entries)
            {
                _ = text.AppendJoin('\t', new[] { question, subject, entry.State, entry.Source, entry.Text }.Select(JournalText.Escape)).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads the lines of the file.</summary>
    /// <returns>False if it is no journal.</returns>
    internal static bool TryParse(string text, [NotNullWhen(true)] out Journal? journal)
    {
        var lines = HostRoot.SplitLines(text);
        journal = new Journal { IsPartial = lines is [PartialFirstLine, ..] };
        if (lines is not [FirstLine or PartialFirstLine, ..])
        {
            return false;
        }

        foreach (var fields in lines.Skip(1).Select(line => line.Split('\t')))
        {
            if (fields.Length != 5)
            {
                return false;
            }

            var plain = Array.ConvertAll(fields, JournalText.Unescape);
            journal.entries[(plain[0], plain[1])] = new JournalEntry(plain[2], plain[3], plain[4]);
        }

        return true;
    }

    private static Failed<T> Damaged<T>(string subject) => new(UnknownCause.Malformed, subject, "a damaged recording");
}
