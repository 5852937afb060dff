namespace Policy.Collection.Sources.Software.Packages;

/// <summary>A package that is installed.</summary>
/// <param name="Name">Its name, without its architecture.</param>
/// <param name="Version">Its version as its manager prints it, with epoch and release; null if the database does not say it.</param>
/// <param name="Architecture">What it was built for, in its manager's words; null if it does not say it.</param>
internal sealed record InstalledPackage(string Name, string? Version, string? Architecture)
{
    /// <summary>Whether its manager was told not to change it; null if the database does not tell.</summary>
    public bool? IsHeld { get; init; }
}
