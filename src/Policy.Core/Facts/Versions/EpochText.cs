namespace Policy.Core.Facts.Versions;

/// <summary>Texts of the shape <c>[epoch:]version[-release]</c>.</summary>
internal readonly ref struct EpochText
{
    /// <summary>Cuts a text at its first colon and at its last hyphen.</summary>
    public EpochText(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        Epoch = colon < 0 ? [] : text[..colon];
        var rest = text[(colon + 1)..];
        var hyphen = rest.LastIndexOf('-');
        (HasEpoch, HasRelease) = (colon >= 0, hyphen >= 0);
        Version = hyphen < 0 ? rest : rest[..hyphen];
        Release = hyphen < 0 ? [] : rest[(hyphen + 1)..];
    }

    /// <summary>What stands before the colon; empty means 0.</summary>
    public ReadOnlySpan<char> Epoch { get; }

    /// <summary>What stands between.</summary>
    public ReadOnlySpan<char> Version { get; }

    /// <summary>What stands behind the last hyphen.</summary>
    public ReadOnlySpan<char> Release { get; }

    /// <summary>Whether there is a colon.</summary>
    public bool HasEpoch { get; }

    /// <summary>Whether there is a hyphen.</summary>
    public bool HasRelease { get; }

    /// <summary>Whether the epoch, if there is one, is a number.</summary>
    public bool HasReadableEpoch => !HasEpoch || (Epoch.Length > 0 && Digits.Count(Epoch) == Epoch.Length);
}
