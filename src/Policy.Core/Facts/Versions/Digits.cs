namespace Policy.Core.Facts.Versions;

/// <summary>Runs of decimal digits of any length, which compare as numbers.</summary>
internal static class Digits
{
    /// <summary>How many ASCII digits the text begins with.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    /// <summary>How many ASCII letters the text begins with.</summary>
    public static int LettersAt(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        return length;
    }

    /// <summary>Compares two runs as numbers; an empty run is 0.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : Math.Sign(left.SequenceCompareTo(right));
    }
}
