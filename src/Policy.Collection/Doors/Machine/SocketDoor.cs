using System.Text;
using Policy.Collection.Doors.Files;
using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Machine;

/// <summary>Whether local stream sockets of the live host let the collector connect.</summary>
internal static unsafe class SocketDoor
{
    private const int LocalDomain = 1;
    private const int Stream = 1;

    /// <summary>Columns: number, references, protocol, flags, type, state, inode, path as it was bound.</summary>
    private const string Table = "proc/net/unix";
    private const string Listens = "00010000";
    private const string IsStream = "0001";

    /// <summary>sizeof sun_path of unix(7).</summary>
    private const int LongestPath = 108;

    /// <summary><c>ok</c> or the name of the error.</summary>
    internal static Reading<string> Connect(Host host, string path)
    {
        var entry = host.Root.Entry(path);
        if (entry is not Got<HostEntry> { Value.Kind: HostEntryKind.Socket })
        {
            return entry is Got<HostEntry> got
                ? new Failed<string>(UnknownCause.Malformed, path, HostEntryKinds.Describe(got.Value.Kind))
                : entry.Then(_ => DeviceDoor.Ok);
        }

        var error = DiskCalls.Access($"/{path}", FileCalls.MayWrite);
        return new Got<string>(error != 0 ? Errno.Name(error) : IsListening(host, path) ? DeviceDoor.Ok : Call($"/{path}"), path);
    }

    private static bool IsListening(Host host, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return host.Root.Target(path).Content is { } target
            && host.Memory.Once("listening-sockets", () => host.Root.Lines(Table)) is Got<string[]> lines
            && lines.Value.Where(line => line.EndsWith(name, StringComparison.Ordinal))
                .Select(line => line.Split(' ', 8, StringSplitOptions.RemoveEmptyEntries))
                .Any(columns => columns is [_, _, _, Listens, IsStream, _, _, ['/', ..] bound] && host.Root.Target(bound).Content == target);
    }

    private static string Call(string path)
    {
        var name = Encoding.UTF8.GetBytes(path);
        if (name.Length >= LongestPath)
        {
            return Errno.Name(Errno.NameTooLong);
        }

        var address = stackalloc byte[2 + LongestPath];
        new Span<byte>(address, 2 + LongestPath).Clear();
        *(ushort*)address = LocalDomain;
        name.CopyTo(new Span<byte>(address + 2, LongestPath));
        var socket = FileCalls.Socket(LocalDomain, Stream | FileCalls.NonBlocking | FileCalls.CloseOnExec, 0);
        if (socket < 0)
        {
            return Errno.Name(Errno.Last);
        }

        var answer = FileCalls.Connect(socket, address, 2 + LongestPath) == 0 ? DeviceDoor.Ok : Errno.Name(Errno.Last);
        _ = FileCalls.Close(socket);
        return answer;
    }
}
