using System.Text;
using Policy.Collection.Native;

namespace Policy.Collection.Doors.Files;

/// <summary>Calls on the disk of this machine that give an answer or an errno, and never an exception.</summary>
internal static unsafe class DiskCalls
{
    private const int LongestPath = 4096;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a link; EILSEQ if it is not UTF-8, because a mangled target would look like one that is not there.</summary>
    internal static (string? Target, int Error) ReadLink(string path)
    {
        var buffer = stackalloc byte[LongestPath];
        var length = FileCalls.ReadLink(path, buffer, LongestPath);
        if (length < 0)
        {
            return (null, Errno.Last);
        }

        try
        {
            return (Strict.GetString(buffer, (int)length), 0);
        }
        catch (DecoderFallbackException)
        {
            return (null, Errno.BadSequence);
        }
    }

    /// <summary>An extended attribute of what stands under a path, which is no link.</summary>
    internal static (byte[]? Value, int Error) Attribute(string path, string name)
    {
        var buffer = stackalloc byte[LongestPath];
        var length = FileCalls.Attribute(path, name, buffer, LongestPath);
        return length < 0 ? (null, Errno.Last) : (new ReadOnlySpan<byte>(buffer, (int)length).ToArray(), 0);
    }

    /// <summary>What stands under a path; mounts nothing and asks no server.</summary>
    internal static (FileStatus Status, int Error) Status(string path, int flags = 0) =>
        FileCalls.Status(FileCalls.CurrentFolder, path, flags | FileCalls.DoNotSync | FileCalls.NoAutomount, FileCalls.BasicStatus, out var status) == 0
            ? (status, 0)
            : (status, Errno.Last);

    /// <summary>What an open descriptor stands for.</summary>
    internal static (FileStatus Status, int Error) Status(int descriptor) =>
        FileCalls.Status(descriptor, string.Empty, FileCalls.EmptyPath | FileCalls.DoNotSync, FileCalls.BasicStatus, out var status) == 0
            ? (status, 0)
            : (status, Errno.Last);

    /// <summary>Whether the user of this process may do something with a file: zero or the errno.</summary>
    internal static int Access(string path, int mode) =>
        FileCalls.Access(FileCalls.CurrentFolder, path, mode, FileCalls.EffectiveUser) == 0 ? 0 : Errno.Last;

    /// <summary>Opens without waiting for a writer, without becoming a terminal's owner, and without giving the descriptor to a child.</summary>
    /// <returns>The descriptor, or the negative errno.</returns>
    internal static int Open(string path, int access)
    {
        while (true)
        {
            var descriptor = FileCalls.Open(path, access | FileCalls.NonBlocking | FileCalls.NoTerminal | FileCalls.CloseOnExec);
            if (descriptor >= 0)
            {
                return descriptor;
            }

            if (Errno.Last != Errno.Interrupted)
            {
                return -Errno.Last;
            }
        }
    }

    /// <summary>Reads what there is.</summary>
    /// <returns>The number of bytes, 0 at the end, or the negative errno.</returns>
    internal static int Read(int descriptor, Span<byte> into)
    {
        fixed (byte* start = into)
        {
            while (true)
            {
                var count = FileCalls.Read(descriptor, start, (nuint)into.Length);
                if (count >= 0)
                {
                    return (int)count;
                }

                if (Errno.Last != Errno.Interrupted)
                {
                    return -Errno.Last;
                }
            }
        }
    }
}
