using Policy.Collection.Doors.Files;
using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>Opens character devices of the live host.</summary>
internal static class DeviceDoor
{
    /// <summary>What every question answers if the device does what it is asked.</summary>
    internal const string Ok = "ok";

    /// <summary>The major number of the devices that <c>/proc/misc</c> lists.</summary>
    private const int MiscellaneousMajor = 10;

    /// <summary>Opens and closes: <c>ok</c> or the name of the error.</summary>
    internal static Reading<string> Open(HostRoot root, string path)
    {
        var (answer, descriptor) = Keep(root, path);
        if (descriptor >= 0)
        {
            _ = FileCalls.Close(descriptor);
        }

        return answer;
    }

    /// <summary>Opens for reading and writing; the caller closes the descriptor if it is not negative.</summary>
    internal static (Reading<string> Answer, int Descriptor) Keep(HostRoot root, string path)
    {
        var entry = root.Entry(path);
        if (entry is not Got<HostEntry> { Value: { Kind: HostEntryKind.CharacterDevice } device })
        {
            return (Refusal(entry, path), -1);
        }

        if (IsWithoutDriver(root, device.Device))
        {
            return (new Got<string>(Errno.Name(Errno.NoDevice), path), -1);
        }

        var descriptor = DiskCalls.Open($"/{path}", FileCalls.ReadWrite);
        return (new Got<string>(descriptor < 0 ? Errno.Name(-descriptor) : Ok, path), descriptor);
    }

    private static Reading<string> Refusal(Reading<HostEntry> entry, string path) => entry switch
    {
        Got<HostEntry> got => new Failed<string>(UnknownCause.Malformed, path, HostEntryKinds.Describe(got.Value.Kind)),
        _ => entry.Then(_ => Ok),
    };

    // The kernel loads the driver of a static node at its first open; a check must not change the host.
    private static bool IsWithoutDriver(HostRoot root, DeviceNumber device) =>
        device.Major == MiscellaneousMajor
        && root.Lines("proc/misc") is Got<string[]> lines
        && !Array.Exists(lines.Value, line => line.TrimStart().StartsWith($"{device.Minor} ", StringComparison.Ordinal));
}
