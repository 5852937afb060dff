namespace Policy.Core.Facts;

/// <summary>How two version texts compare.</summary>
public enum VersionScheme
{
    /// <summary>Numbers joined by dots with an optional suffix, as most programs print.</summary>
    Dotted,

    /// <summary>Semantic Versioning 2.0.0.</summary>
    SemVer,

    /// <summary>Debian policy 5.6.12, as <c>dpkg --compare-versions</c>.</summary>
    Deb,

    /// <summary>RPM with epoch, as <c>rpmvercmp</c>.</summary>
    Rpm,

    /// <summary>Alpine's apk.</summary>
    Apk,

    /// <summary>Arch Linux's pacman, as <c>vercmp</c>.</summary>
    Pacman,

    /// <summary>The scheme of the host's own package manager.</summary>
    Native,
}
