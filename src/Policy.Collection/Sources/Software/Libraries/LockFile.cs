namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>A kind of lock file.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Read">Reads the libraries from its bytes; null if it is damaged.</param>
internal sealed record LockFile(string Name, Func<byte[], IReadOnlyCollection<LockedLibrary>?> Read);
