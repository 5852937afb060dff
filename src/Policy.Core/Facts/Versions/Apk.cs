namespace Policy.Core.Facts.Versions;

/// <summary>Alpine package versions, as <c>apk version</c> of apk-tools 3.</summary>
internal static class Apk
{
    /// <summary>Whether <c>apk version --check</c> accepts it.</summary>
    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var tokens = new ApkTokens(text);
        while (tokens.Token < ApkToken.End)
        {
            tokens.Next();
        }

        return tokens.Token == ApkToken.End;
    }

    /// <summary>Below zero, zero, or above zero.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var first = new ApkTokens(left);
        var second = new ApkTokens(right);
        while (first.Token == second.Token && first.Token < ApkToken.End)
        {
            var order = CompareValues(first, second);
            if (order != 0)
            {
                return order;
            }

            first.Next();
            second.Next();
        }

        return (first.IsBeforeRelease, second.IsBeforeRelease) switch
        {
            (true, _) => -1,
            (_, true) => 1,

            // The version that goes on is the greater one.
            _ => second.Token.CompareTo(first.Token),
        };
    }

    private static int CompareValues(ApkTokens first, ApkTokens second) => first.Token switch
    {
        ApkToken.Suffix => first.SuffixRank.CompareTo(second.SuffixRank),
        ApkToken.Letter or ApkToken.Commit => Math.Sign(first.Value.SequenceCompareTo(second.Value)),

        // As in Gentoo, a part with a leading zero is a fraction: 1.05 is below 1.1.
        ApkToken.Number when first.Value[0] == '0' || second.Value[0] == '0' => Math.Sign(first.Value.SequenceCompareTo(second.Value)),
        _ => Digits.Compare(first.Value, second.Value),
    };
}
