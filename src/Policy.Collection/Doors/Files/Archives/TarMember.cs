namespace Policy.Collection.Doors.Files.Archives;

/// <summary>What an archive says of one of its members, whose content follows in the stream.</summary>
/// <param name="Path">Its name, as the archive has it.</param>
/// <param name="Type">What it is.</param>
/// <param name="Entry">Mode, owner, size and device numbers; of a hard link those mean nothing.</param>
/// <param name="LinkTarget">Where a link leads: of a hard link a name of the archive.</param>
/// <param name="Attributes">Extended attributes by name; null if it has none.</param>
internal sealed record TarMember(string Path, TarMemberType Type, HostEntry Entry, string LinkTarget, IReadOnlyDictionary<string, byte[]>? Attributes);

/// <summary>What a member of an archive can be.</summary>
internal enum TarMemberType
{
    /// <summary>A regular file whose content follows.</summary>
    File,

    /// <summary>A regular file with holes, whose content is written in pieces.</summary>
    SparseFile,

    /// <summary>Another name of a member that came before.</summary>
    HardLink,

    /// <summary>A folder, symbolic link, device or FIFO: what its entry says.</summary>
    Other,

    /// <summary>Something that stands for no file, such as the label of a volume.</summary>
    Nothing,
}
