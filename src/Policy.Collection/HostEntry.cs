namespace Policy.Collection;

/// <summary>What stands under a name of a file system.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">Permission bits with set-user-ID, set-group-ID and sticky: 0 to 07777.</param>
/// <param name="Owner">Who owns it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Device">Major and minor number of a device; zeros of anything else.</param>
public sealed record HostEntry(HostEntryKind Kind, int Mode, HostOwner Owner, long Size, DeviceNumber Device);

/// <summary>User and group number of an owner.</summary>
public readonly record struct HostOwner(long User, long Group);

/// <summary>Major and minor number of a device.</summary>
public readonly record struct DeviceNumber(int Major, int Minor);

/// <summary>What can stand under a name.</summary>
public enum HostEntryKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Directory,

    /// <summary>A link whose target is not there or leads in a circle.</summary>
    Link,

    /// <summary>A character device.</summary>
    CharacterDevice,

    /// <summary>A block device.</summary>
    BlockDevice,

    /// <summary>A FIFO.</summary>
    Fifo,

    /// <summary>A socket.</summary>
    Socket,
}

/// <summary>The words for what can stand under a name.</summary>
internal static class HostEntryKinds
{
    /// <summary>With an article, such as <c>a FIFO</c>.</summary>
    internal static string Describe(HostEntryKind kind) => kind switch
    {
        HostEntryKind.File => "a regular file",
        HostEntryKind.Directory => "a directory",
        HostEntryKind.Link => "a link",
        HostEntryKind.CharacterDevice => "a character device",
        HostEntryKind.BlockDevice => "a block device",
        HostEntryKind.Fifo => "a FIFO",
        HostEntryKind.Socket => "a socket",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
