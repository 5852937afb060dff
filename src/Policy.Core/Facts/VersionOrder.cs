using System.Diagnostics;
using Policy.Core.Facts.Versions;

namespace Policy.Core.Facts;

/// <summary>How version texts compare under each scheme.</summary>
/// <remarks>Numbers in versions may be of any length. Comparing allocates nothing.</remarks>
public static class VersionOrder
{
    /// <summary>Whether a scheme can read a text; for <see cref="VersionScheme.Native"/>, whether at least one package manager can.</summary>
    public static bool CanRead(VersionScheme scheme, string text) => scheme switch
    {
        VersionScheme.Dotted => Dotted.CanRead(text),
        VersionScheme.SemVer => SemVer.CanRead(text),
        VersionScheme.Deb => Deb.CanRead(text),
        VersionScheme.Rpm => Rpm.CanRead(text),
        VersionScheme.Apk => Apk.CanRead(text),
        VersionScheme.Pacman => Pacman.CanRead(text),
        VersionScheme.Native => Deb.CanRead(text) || Rpm.CanRead(text) || Apk.CanRead(text) || Pacman.CanRead(text),
        _ => throw new UnreachableException($"no such scheme: {scheme}"),
    };

    /// <summary>Compares two texts that the scheme can read.</summary>
    /// <param name="scheme">The scheme; never <see cref="VersionScheme.Native"/>, which only a host can resolve.</param>
    /// <param name="left">The first version.</param>
    /// <param name="right">The second version.</param>
    /// <returns>Below zero if the first is older, 0 if they are equal, above zero if it is newer.</returns>
    public static int Compare(VersionScheme scheme, string left, string right) => scheme switch
    {
        VersionScheme.Dotted => Dotted.Compare(left, right),
        VersionScheme.SemVer => SemVer.Compare(left, right),
        VersionScheme.Deb => Deb.Compare(left, right),
        VersionScheme.Rpm => Rpm.Compare(left, right),
        VersionScheme.Apk => Apk.Compare(left, right),
        VersionScheme.Pacman => Pacman.Compare(left, right),
        _ => throw new UnreachableException($"the scheme {scheme} has no order of its own"),
    };
}
