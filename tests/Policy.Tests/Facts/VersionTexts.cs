namespace Policy.Tests.Facts;

/// <summary>Version texts made by chance, from a seed, so that every run sees the same.</summary>
internal static class VersionTexts
{
    private static readonly string[] Pieces =
    [
        "0", "1", "2", "9", "10", "00", "01", "007", "20260101", "99999999999999999999", "00000000000000000000000000000000001", "a", "A", "z", "b", "rc", "alpha", "beta", "pre", "p", "git", "Z", "dfsg",
    ];

    /// <summary>How many pairs a comparison with another program takes.</summary>
    public static int Count => Exam.Times(2_000);

    /// <summary>Pairs of texts, the second one half of the time a small change of the first.</summary>
    /// <param name="separators">What may stand between pieces.</param>
    /// <param name="canRead">Which texts to keep.</param>
    /// <param name="count">How many pairs.</param>
    public static List<(string Left, string Right)> Pairs(string[] separators, Func<string, bool> canRead, int count)
    {
        var random = new Random(20261122);
        var pairs = new List<(string, string)>();
        while (pairs.Count < count)
        {
            var left = Text(random, separators);
            var right = random.Next(2) == 0 ? Text(random, separators) : Change(random, left, separators);
            if (canRead(left) && canRead(right))
            {
                pairs.Add((left, right));
            }
        }

        return pairs;
    }

    private static string Text(Random random, string[] separators)
    {
        var epoch = random.Next(8) == 0 ? $"{random.Next(3)}:" : "";
        var pieces = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)] + separators[random.Next(separators.Length)]);
        return epoch + string.Concat(pieces) + Pieces[random.Next(Pieces.Length)];
    }

    private static string Change(Random random, string text, string[] separators)
    {
        var at = random.Next(text.Length + 1);
        return random.Next(3) switch
        {
            0 => text.Insert(at, separators[random.Next(separators.Length)]),
            1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            _ => at < text.Length ? text.Remove(at, 1) : text,
        };
    }
}
