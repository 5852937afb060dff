using System.Runtime.InteropServices;
using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>The space of mounted file systems: statfs(2).</summary>
internal static class SpaceDoor
{
    /// <summary>Magic number and bytes of the file system under a path.</summary>
    internal static Reading<FileSystemSpace> Ask(string path)
    {
        if (!Environment.Is64BitProcess || RuntimeInformation.ProcessArchitecture == Architecture.S390x)
        {
            return new Failed<FileSystemSpace>(UnknownCause.Unsupported, path, "struct statfs is another one here");
        }

        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return SystemError.ToReading<FileSystemSpace>(Errno.Invalid, path);
        }

        return FileCalls.Space($"/{path}", out var status) != 0
            ? SystemError.ToReading<FileSystemSpace>(Errno.Last, path)
            : new Got<FileSystemSpace>(new FileSystemSpace(status.Magic, Bytes(status.Blocks, status), Bytes(status.AvailableBlocks, status)), path);
    }

    private static long Bytes(ulong blocks, FileSystemStatus status) => (long)Math.Min(blocks * status.BlockSize, long.MaxValue);
}
