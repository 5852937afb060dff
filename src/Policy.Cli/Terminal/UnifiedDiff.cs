using System.Globalization;
using System.Text;

namespace Policy.Cli.Terminal;

/// <summary>Shows which lines of a text were changed, in the form that <c>patch</c> takes.</summary>
internal static class UnifiedDiff
{
    /// <summary>How many unchanged lines stand around changed ones.</summary>
    private const int Context = 3;

    /// <summary>The difference of two texts that have the same number of lines; empty if they are equal.</summary>
    /// <param name="file">The name of the file.</param>
    /// <param name="before">The text that it has.</param>
    /// <param name="after">The text that it gets.</param>
    public static string Of(string file, string before, string after)
    {
        var (old, changed) = (Lines(before), Lines(after));
        var places = Enumerable.Range(0, old.Count).Where(index => old[index] != changed[index]).ToList();
        if (places.Count == 0)
        {
            return string.Empty;
        }

        var text = new StringBuilder($"--- {file}\n+++ {file}\n");
        for (var first = 0; first < places.Count;)
        {
            var last = first;
            while (last + 1 < places.Count && places[last + 1] - places[last] <= 2 * Context)
            {
                last++;
            }

            Hunk(text, old, changed, (Math.Max(0, places[first] - Context), Math.Min(old.Count - 1, places[last] + Context)));
            first = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(StringBuilder text, List<string> old, List<string> changed, (int First, int Last) range)
    {
        var count = range.Last - range.First + 1;
        text.Append(CultureInfo.InvariantCulture, $"@@ -{range.First + 1},{count} +{range.First + 1},{count} @@\n");
        for (var index = range.First; index <= range.Last;)
        {
            var end = index;
            while (end <= range.Last && old[end] != changed[end])
            {
                end++;
            }

            for (var line = index; line < end; line++)
            {
                Add(text, '-', old[line]);
            }

            for (var line = index; line < end; line++)
            {
                Add(text, '+', changed[line]);
            }

            if (end <= range.Last)
            {
                Add(text, ' ', old[end]);
            }

            index = end + 1;
        }
    }

    private static void Add(StringBuilder text, char sign, string line) =>
        text.Append(sign).Append(line).Append(line.EndsWith('\n') ? string.Empty : "\n\\ No newline at end of file\n");

    // Lines keep their ends; a lone CR ends no line for `patch`.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return lines;
    }
}
