namespace Policy.Core.Facts.Versions;

/// <summary>The parts of an Alpine version one by one: <c>digits{.digits}{letter}{_suffix{digits}}{~commit}{-rdigits}</c>.</summary>
internal ref struct ApkTokens
{
    private ReadOnlySpan<char> rest;

    /// <summary>Stands at the first number.</summary>
    public ApkTokens(ReadOnlySpan<char> text)
    {
        rest = text;
        TakeNumber(ApkToken.FirstNumber, 0);
    }

    /// <summary>What the current part is.</summary>
    public ApkToken Token { get; private set; }

    /// <summary>The text of the current part without the mark before it.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>Where the current suffix stands among all; below <see cref="Release"/> are those before a release.</summary>
    public readonly int SuffixRank => Value switch
    {
        "alpha" => 0,
        "beta" => 1,
        "pre" => 2,
        "rc" => 3,
        "cvs" => 5,
        "svn" => 6,
        "git" => 7,
        "hg" => 8,
        "p" => 9,
        _ => Release,
    };

    /// <summary>The rank of no suffix, which no suffix has.</summary>
    public static int Release => 4;

    /// <summary>Whether the current part says that this comes before the release.</summary>
    public readonly bool IsBeforeRelease => Token == ApkToken.Suffix && SuffixRank < Release;

    /// <summary>Goes to the next part.</summary>
    public void Next()
    {
        switch (rest)
        {
            case []:
                Token = ApkToken.End;
                break;
            case [>= 'a' and <= 'z', ..] when Token <= ApkToken.Number:
                Take(ApkToken.Letter, 0, 1);
                break;
            case ['.', ..] when Token <= ApkToken.Number:
                TakeNumber(ApkToken.Number, 1);
                break;
            case [>= '0' and <= '9', ..] when Token == ApkToken.Suffix:
                TakeNumber(ApkToken.SuffixNumber, 0);
                break;
            case ['_', ..] when Token <= ApkToken.SuffixNumber:
                TakeSuffix();
                break;
            case ['~', ..] when Token < ApkToken.Commit:
                TakeCommit();
                break;
            case ['-', 'r', ..] when Token < ApkToken.Revision:
                TakeNumber(ApkToken.Revision, 2);
                break;
            default:
                Token = ApkToken.Invalid;
                break;
        }
    }

    private void TakeNumber(ApkToken token, int mark) => Take(token, mark, Digits.LengthAt(rest[mark..]));

    private void TakeSuffix()
    {
        Take(ApkToken.Suffix, 1, Digits.LettersAt(rest[1..]));
        Token = SuffixRank == Release ? ApkToken.Invalid : Token;
    }

    private void TakeCommit()
    {
        var length = 0;
        while (length + 1 < rest.Length && char.IsAsciiHexDigit(rest[length + 1]))
        {
            length++;
        }

        Take(ApkToken.Commit, 1, length);
    }

    private void Take(ApkToken token, int mark, int length)
    {
        Token = length == 0 ? ApkToken.Invalid : token;
        Value = rest.Slice(mark, length);
        rest = rest[(mark + length)..];
    }
}
