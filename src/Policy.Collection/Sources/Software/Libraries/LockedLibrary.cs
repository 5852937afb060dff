namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>A library that a lock file pins, or that an installed tree has.</summary>
/// <param name="Name">Its name in its registry.</param>
/// <param name="Version">Its version; null if it comes from elsewhere than a registry.</param>
/// <param name="IsTop">Whether it is the one that the project itself gets, rather than one of its dependencies alone.</param>
internal sealed record LockedLibrary(string Name, string? Version, bool IsTop = false);
