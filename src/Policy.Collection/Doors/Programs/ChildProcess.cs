using Policy.Collection.Doors.Files;
using Policy.Collection.Native;

namespace Policy.Collection.Doors.Programs;

/// <summary>A running program that is led by a pipe: it leads its own session, so that what it starts can be killed with it.</summary>
/// <param name="process">Its number, which is also that of its group.</param>
/// <param name="output">The pipe's end that is read.</param>
internal sealed unsafe class ChildProcess(int process, int output) : IDisposable
{
    /// <summary>A process in the middle of a disk access survives a kill; nobody waits longer for it.</summary>
    private const int MostWaits = 50;
    private const int MillisecondsOfWait = 20;
    private ProcessEnd end;

    /// <summary>How it ended, once <see cref="HasEnded"/> has said so.</summary>
    internal ProcessEnd End => end;

    /// <summary>Whether it has ended; its number stays taken until it is disposed, so that the group can still be killed.</summary>
    internal bool HasEnded() => Wait(ProcessCalls.Exited | ProcessCalls.DoNotHang | ProcessCalls.LeaveWaitable);

    /// <summary>Waits until there is something to read or some milliseconds are over.</summary>
    internal bool CanRead(int milliseconds)
    {
        var request = new PollRequest { Descriptor = output, Events = ProcessCalls.ReadEvent };
        return ProcessCalls.Poll(&request, 1, milliseconds) > 0;
    }

    /// <summary>Reads what there is; only after <see cref="CanRead"/> does it not wait.</summary>
    /// <returns>The number of bytes; 0 at the end, or if the pipe cannot be read.</returns>
    internal int Read(Span<byte> into) => Math.Max(DiskCalls.Read(output, into), 0);

    /// <summary>Kills the group and waits for the process.</summary>
    public void Dispose()
    {
        _ = FileCalls.Close(output);
        _ = ProcessCalls.Kill(-process, ProcessCalls.KillSignal);
        for (var waits = 0; waits < MostWaits && !Wait(ProcessCalls.Exited | ProcessCalls.DoNotHang); waits++)
        {
            Thread.Sleep(MillisecondsOfWait);
        }
    }

    // ECHILD: whoever started us told the kernel to reap our children, so how it ended is not known.
    private bool Wait(int options)
    {
        var result = ProcessCalls.Wait(ProcessCalls.OneProcess, process, ref end, options);
        return result == 0 ? end.Signal != 0 : Errno.Last == Errno.NoChild;
    }
}
