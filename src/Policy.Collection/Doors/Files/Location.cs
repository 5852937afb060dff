namespace Policy.Collection.Doors.Files;

/// <summary>Where a path of a root leads on the disk of this machine.</summary>
/// <param name="Path">The absolute path; if <see cref="Error"/> is not zero, where the walk ended.</param>
/// <param name="Error">The errno that ended the walk; zero if it came to the end.</param>
internal readonly record struct Location(string Path, int Error);
