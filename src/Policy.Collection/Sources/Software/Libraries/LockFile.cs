namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>A kind of lock file.</summary>
/// <param name="Name">Its path in the project folder.</param>
/// <param name="Read">Reads the libraries from its bytes; null if it is damaged.</param>
internal sealed record LockFile(string Name, Func<byte[], IReadOnlyCollection<LockedLibrary>?> Read)
{
    /// <summary>Whether a library that the file does not name is not used; a list of wishes names only what was wished.</summary>
    public Func<byte[], bool> IsComplete { get; init; } = _ => true;
}
