namespace Policy.Collection.Sources.Software;

/// <summary>Which of several installed versions is the highest: runs of digits as numbers, runs of letters by ordinal, all else separates.</summary>
/// <remarks>
/// Only chooses among versions of one thing on one host; what a policy compares, its own scheme decides. An epoch before a colon goes first,
/// a tilde sorts below the end, and of two versions that differ only in what follows the first dash, the one without it is the higher.
/// </remarks>
internal sealed class VersionOrder : IComparer<string?>
{
    /// <summary>The only one.</summary>
    public static readonly VersionOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (Split(x ?? string.Empty), Split(y ?? string.Empty));
        var order = Pieces(left.Epoch, right.Epoch);
        order = order != 0 ? order : Pieces(left.Main, right.Main);
        return (order, left.Tail, right.Tail) switch
        {
            (not 0, _, _) => order,
            (_, null, null) => 0,
            (_, null, _) => 1,
            (_, _, null) => -1,
            _ => Pieces(left.Tail, right.Tail),
        };
    }

    private static (string Epoch, string Main, string? Tail) Split(string version)
    {
        var colon = version.IndexOf(':', StringComparison.Ordinal);
        var main = version[(colon + 1)..];
        var dash = main.IndexOf('-', StringComparison.Ordinal);
        return (colon < 0 ? "0" : version[..colon], dash < 0 ? main : main[..dash], dash < 0 ? null : main[(dash + 1)..]);
    }

    private static int Pieces(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (true)
        {
            var first = Next(ref left);
            var second = Next(ref right);
            if (first.IsEmpty && second.IsEmpty)
            {
                return 0;
            }

            var order = Rank(first) != Rank(second) ? Rank(first).CompareTo(Rank(second)) : Piece(first, second);
            if (order != 0)
            {
                return order;
            }
        }
    }

    private static int Rank(ReadOnlySpan<char> piece) => piece switch
    {
        ['~', ..] => 0,
        [] => 1,
        _ => char.IsAsciiDigit(piece[0]) ? 3 : 2,
    };

    private static int Piece(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.IsEmpty || !char.IsAsciiDigit(left[0]))
        {
            return left.CompareTo(right, StringComparison.Ordinal);
        }

        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.CompareTo(right, StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && text[0] != '~' && !char.IsAsciiLetterOrDigit(text[0]))
        {
            text = text[1..];
        }

        var length = text.IsEmpty ? 0 : 1;
        while (length > 0 && length < text.Length && text[0] != '~' && Kind(text[length]) == Kind(text[0]))
        {
            length++;
        }

        var piece = text[..length];
        text = text[length..];
        return piece;
    }

    private static int Kind(char letter) => char.IsAsciiDigit(letter) ? 1 : char.IsAsciiLetter(letter) ? 2 : 3;
}
