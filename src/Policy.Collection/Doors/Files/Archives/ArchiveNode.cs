namespace Policy.Collection.Doors.Files.Archives;

/// <summary>What stands under a path of an archive.</summary>
/// <param name="Entry">What it is.</param>
/// <param name="LinkTarget">Where a symbolic link leads.</param>
/// <param name="Content">The content of a regular file; empty if it is none or was not kept.</param>
/// <param name="Refusal">Why the content is not there; null if it is.</param>
/// <param name="Attributes">Extended attributes by name; null if it has none.</param>
internal sealed record ArchiveNode(
    HostEntry Entry,
    string LinkTarget,
    byte[] Content,
    string? Refusal = null,
    IReadOnlyDictionary<string, byte[]>? Attributes = null)
{
    /// <summary>The names in a folder.</summary>
    internal SortedSet<string> Names { get; init; } = new(StringComparer.Ordinal);

    /// <summary>A folder that the archive only implies.</summary>
    internal static ArchiveNode Folder() => new(new HostEntry(HostEntryKind.Directory, 0x1ed, default, 0, default), string.Empty, []);
}
