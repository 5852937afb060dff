namespace Policy.Core.Diagnostics;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
public static class NearestName
{
    private const int LongName = 6;

    /// <summary>The known name with the fewest edits (insert, delete, replace, swap of neighbours) from the given one.</summary>
    /// <returns>Null if none is nearer than a third of the length (at least two edits); of equally near ones the first in ordinal order.</returns>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var limit = Math.Max(2, name.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > limit)
            {
                continue;
            }

            var distance = Distance(name, candidate);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>The name that can be put in the place of a mistyped one without asking.</summary>
    /// <returns>
    /// Null if none is so near that it must have been meant: one edit, or two in at least six characters; or if another one is as near.
    /// </returns>
    public static string? Only(string name, IReadOnlyCollection<string> known)
    {
        var limit = Math.Min(name.Length - 1, name.Length < LongName ? 1 : 2);
        var near = known.Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance)
            .Take(2)
            .ToList();
        return near.Count == 1 || (near.Count == 2 && near[0].Distance < near[1].Distance) ? near[0].Name : null;
    }

    /// <summary>The help line for a mistyped name, or null if nothing is near.</summary>
    public static string? Help(string name, IEnumerable<string> known) =>
        Of(name, known) is { } nearest ? $"did you mean `{nearest}`?" : null;

    private static int Distance(string left, string right)
    {
        var rows = new int[3][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new int[right.Length + 1];
        }

        for (var column = 0; column <= right.Length; column++)
        {
            rows[0][column] = column;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var (current, previous, beforePrevious) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                current[j] = swapped ? Math.Min(distance, beforePrevious[j - 2] + 1) : distance;
            }
        }

        return rows[left.Length % 3][right.Length];
    }
}
