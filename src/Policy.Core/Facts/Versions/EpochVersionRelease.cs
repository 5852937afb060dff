namespace Policy.Core.Facts.Versions;

/// <summary>The three parts of a package version: <c>epoch:version-release</c>.</summary>
internal readonly ref struct EpochVersionRelease
{
    private EpochVersionRelease(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        HasEpoch = colon >= 0;
        Epoch = HasEpoch ? text[..colon] : [];
        var rest = text[(colon + 1)..];
        var hyphen = rest.LastIndexOf('-');
        HasRelease = hyphen >= 0;
        Version = HasRelease ? rest[..hyphen] : rest;
        Release = HasRelease ? rest[(hyphen + 1)..] : [];
    }

    /// <summary>Whether there is a colon.</summary>
    public bool HasEpoch { get; }

    /// <summary>What stands before the first colon; empty without one.</summary>
    public ReadOnlySpan<char> Epoch { get; }

    /// <summary>What stands between the epoch and the last hyphen.</summary>
    public ReadOnlySpan<char> Version { get; }

    /// <summary>Whether there is a hyphen behind the epoch.</summary>
    public bool HasRelease { get; }

    /// <summary>What stands behind the last hyphen; empty without one.</summary>
    public ReadOnlySpan<char> Release { get; }

    /// <summary>Whether the epoch, if there is one, is a number that package managers accept.</summary>
    public bool IsEpochReadable =>
        !HasEpoch || int.TryParse(Epoch, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _);

    /// <summary>Splits a text at its first colon and its last hyphen.</summary>
    public static EpochVersionRelease Of(ReadOnlySpan<char> text) => new(text);

    /// <summary>Whether a part consists of ASCII letters, digits and the given further characters only.</summary>
    public static bool Holds(ReadOnlySpan<char> part, ReadOnlySpan<char> further)
    {
        foreach (var letter in part)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && !further.Contains(letter))
            {
                return false;
            }
        }

        return true;
    }
}
