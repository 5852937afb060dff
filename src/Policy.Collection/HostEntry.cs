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
