using System.Buffers;

namespace Policy.Core.Facts.Versions;

/// <summary>Alpine's <c>digits{.digits}[letter]{_suffix[digits]}[~hash][-r digits]</c>.</summary>
internal static class Apk
{
    private static readonly string[] Early = ["alpha", "beta", "pre", "rc"];

    private static readonly string[] Late = ["cvs", "svn", "git", "hg", "p"];

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private enum Kind
    {
        End,
        Release,
        Hash,
        Suffix,
        Letter,
        Number,
        First,
        Invalid,
    }

    public static bool CanRead(ReadOnlySpan<char> text)
    {
        var rest = text;
        for (var kind = Kind.First; kind != Kind.End;)
        {
            var token = Next(ref rest, kind);
            if (token.Kind == Kind.Invalid)
            {
                return false;
            }

            kind = token.Kind;
        }

        return true;
    }

    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (leftKind, rightKind) = (Kind.First, Kind.First);
        while (true)
        {
            var a = Next(ref left, leftKind);
            var b = Next(ref right, rightKind);
            if (a.Kind != b.Kind)
            {
                return CompareKinds(a, b);
            }

            var order = a.Kind == Kind.End ? 0 : CompareTokens(a, b);
            if (order != 0 || a.Kind == Kind.End)
            {
                return order;
            }

            (leftKind, rightKind) = (a.Kind, b.Kind);
        }
    }

    private static int CompareKinds(Token a, Token b) =>
        a is { Kind: Kind.Suffix, Weight: < 0 } ? -1
        : b is { Kind: Kind.Suffix, Weight: < 0 } ? 1
        : a.Kind.CompareTo(b.Kind);

    private static int CompareTokens(Token a, Token b)
    {
        if (a.Kind == Kind.Number && (a.Text.StartsWith("0", StringComparison.Ordinal) || b.Text.StartsWith("0", StringComparison.Ordinal)))
        {
            // A part with a leading zero is a fraction.
            return a.Text.SequenceCompareTo(b.Text);
        }

        var weight = a.Weight.CompareTo(b.Weight);
        return weight != 0 ? weight : a.Kind is Kind.Letter or Kind.Hash ? a.Text.SequenceCompareTo(b.Text) : Digits.Compare(a.Text, b.Text);
    }

    private static Token Next(ref ReadOnlySpan<char> rest, Kind before)
    {
        if (before == Kind.First)
        {
            return Number(ref rest, 0, Kind.Number);
        }

        if (rest.Length == 0)
        {
            return new Token(Kind.End, [], 0);
        }

        return rest[0] switch
        {
            '.' when before == Kind.Number => Number(ref rest, 1, Kind.Number),
            >= 'a' and <= 'z' when before == Kind.Number => Take(ref rest, 1, Kind.Letter),
            '_' when before is Kind.Number or Kind.Letter or Kind.Suffix => Suffix(ref rest),
            '~' when before is Kind.Number or Kind.Letter or Kind.Suffix => Hash(ref rest),
            '-' when before != Kind.Release && rest.StartsWith("-r", StringComparison.Ordinal) => Number(ref rest, 2, Kind.Release),
            _ => new Token(Kind.Invalid, [], 0),
        };
    }

    private static Token Number(ref ReadOnlySpan<char> rest, int skip, Kind kind)
    {
        var digits = Digits.Count(rest[skip..]);
        if (digits == 0)
        {
            return new Token(Kind.Invalid, [], 0);
        }

        rest = rest[skip..];
        return Take(ref rest, digits, kind);
    }

    private static Token Take(ref ReadOnlySpan<char> rest, int length, Kind kind)
    {
        var token = new Token(kind, rest[..length], 0);
        rest = rest[length..];
        return token;
    }

    private static Token Hash(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..];
        var length = rest.IndexOfAnyExcept(Hexadecimal);
        return length == 0 || rest.Length == 0 ? new Token(Kind.Invalid, [], 0) : Take(ref rest, length < 0 ? rest.Length : length, Kind.Hash);
    }

    private static Token Suffix(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..];
        var letters = Digits.CountLetters(rest);
        var word = rest[..letters].ToString();
        var weight = Array.IndexOf(Early, word) is >= 0 and var early ? early - Early.Length : Array.IndexOf(Late, word) + 1;
        if (weight == 0)
        {
            return new Token(Kind.Invalid, [], 0);
        }

        rest = rest[letters..];
        var digits = Digits.Count(rest);
        var token = new Token(Kind.Suffix, rest[..digits], weight);
        rest = rest[digits..];
        return token;
    }

    private readonly ref struct Token(Kind kind, ReadOnlySpan<char> text, int weight)
    {
        public Kind Kind { get; } = kind;

        public ReadOnlySpan<char> Text { get; } = text;

        public int Weight { get; } = weight;
    }
}
