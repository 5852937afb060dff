using System.Diagnostics;

namespace Policy.Core.Facts.Versions;

/// <summary>How version texts compare: LANGUAGE 3.2.</summary>
/// <remarks>Numbers in versions may be of any length. Comparing allocates nothing.</remarks>
public static class VersionOrder
{
    /// <summary>Whether a scheme can read a text; of <see cref="VersionScheme.Native"/>, whether one of the package managers' schemes can.</summary>
    public static bool CanRead(VersionScheme scheme, string text) => scheme switch
    {
        VersionScheme.Dotted => Dotted.CanRead(text),
        VersionScheme.SemVer => SemVer.CanRead(text),
        VersionScheme.Deb => Deb.CanRead(text),
        VersionScheme.Rpm => Rpm.CanRead(text),
        VersionScheme.Apk => Apk.CanRead(text),
        VersionScheme.Pacman => Pacman.CanRead(text),
        VersionScheme.Native => Deb.CanRead(text) || Rpm.CanRead(text) || Apk.CanRead(text) || Pacman.CanRead(text),
        _ => throw new UnreachableException(),
    };

    /// <summary>Negative if the first text is the older one, zero if they are equal, positive if it is the newer one.</summary>
    /// <param name="scheme">Any but <see cref="VersionScheme.Native"/>.</param>
    /// <param name="left">A text that the scheme can read.</param>
    /// <param name="right">Another one.</param>
    public static int Compare(VersionScheme scheme, string left, string right) => scheme switch
    {
        VersionScheme.Dotted => Dotted.Compare(left, right),
        VersionScheme.SemVer => SemVer.Compare(left, right),
        VersionScheme.Deb => Deb.Compare(left, right),
        VersionScheme.Rpm => Rpm.Compare(left, right),
        VersionScheme.Apk => Apk.Compare(left, right),
        VersionScheme.Pacman => Pacman.Compare(left, right),
        _ => throw new UnreachableException($"no order for {scheme}"),
    };
}
