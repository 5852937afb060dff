using System.Runtime.InteropServices;
using Policy.Collection.Native;

namespace Policy.Collection.Doors.Programs;

/// <summary>Starts programs with a null input, a fixed environment, the folder <c>/</c> and a pipe for the answer: posix_spawn(3).</summary>
internal static unsafe class ChildStart
{
    private const int WriteOnly = 1;
    private const int Input = 0;
    private const int Output = 1;
    private const int Errors = 2;

    /// <summary>Starts a program.</summary>
    /// <param name="path">The absolute path of the file.</param>
    /// <param name="arguments">All arguments, the program's name first.</param>
    /// <param name="environment">NAME=VALUE each.</param>
    /// <param name="withErrors">Whether the standard error goes to the pipe too.</param>
    /// <returns>The process, or the errno.</returns>
    internal static (ChildProcess? Child, int Error) Start(string path, string[] arguments, string[] environment, bool withErrors)
    {
        var pipe = stackalloc int[2];
        if (ProcessCalls.Pipe(pipe, FileCalls.CloseOnExec) != 0)
        {
            return (null, Errno.Last);
        }

        var actions = stackalloc byte[ProcessCalls.OpaqueSize];
        _ = ProcessCalls.InitializeActions(actions);
        Redirect(actions, pipe[1], withErrors);
        var (file, words) = TryRootFolder(actions) ? (path, arguments) : ("/usr/bin/env", ["env", "-C", "/", path, .. arguments[1..]]);
        var error = Spawn(actions, file, words, environment, out var process);
        _ = ProcessCalls.DestroyActions(actions);
        _ = FileCalls.Close(pipe[1]);
        if (error == 0)
        {
            return (new ChildProcess(process, pipe[0]), 0);
        }

        _ = FileCalls.Close(pipe[0]);
        return (null, error);
    }

    // The pipe comes first: where our own standard files are closed, its number may be one of theirs.
    private static void Redirect(byte* actions, int pipe, bool withErrors)
    {
        _ = ProcessCalls.AddDuplicate(actions, pipe, Output);
        _ = withErrors ? ProcessCalls.AddDuplicate(actions, Output, Errors) : ProcessCalls.AddOpen(actions, Errors, "/dev/null", WriteOnly, 0);
        _ = ProcessCalls.AddOpen(actions, Input, "/dev/null", FileCalls.ReadOnly, 0);
    }

    // Files in the current folder change what some programs answer; glibc before 2.29 leaves changing it to env(1).
    private static bool TryRootFolder(byte* actions)
    {
        try
        {
            return ProcessCalls.AddFolder(actions, "/") == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static int Spawn(byte* actions, string file, string[] arguments, string[] environment, out int process)
    {
        var attributes = stackalloc byte[ProcessCalls.OpaqueSize];
        var blocked = stackalloc byte[ProcessCalls.SignalSetSize];
        var defaults = stackalloc byte[ProcessCalls.SignalSetSize];
        new Span<byte>(blocked, ProcessCalls.SignalSetSize).Clear();
        new Span<byte>(defaults, ProcessCalls.SignalSetSize).Clear();

        // Signals 1 to 31: the runtime ignores SIGPIPE, and a child that inherits it would write on and on.
        *(uint*)defaults = 0x7fffffff;
        _ = ProcessCalls.InitializeAttributes(attributes);
        _ = ProcessCalls.SetDefaults(attributes, defaults);
        _ = ProcessCalls.SetMask(attributes, blocked);
        _ = ProcessCalls.SetFlags(attributes, ProcessCalls.SetDefaultSignals | ProcessCalls.SetSignalMask | ProcessCalls.SetSession);
        var words = Texts(arguments);
        var variables = Texts(environment);
        var error = ProcessCalls.Spawn(out process, file, actions, attributes, words, variables);
        Free(words);
        Free(variables);
        _ = ProcessCalls.DestroyAttributes(attributes);
        return error;
    }

    private static byte** Texts(string[] texts)
    {
        var list = (byte**)NativeMemory.AllocZeroed((nuint)texts.Length + 1, (nuint)sizeof(byte*));
        for (var index = 0; index < texts.Length; index++)
        {
            list[index] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[index]);
        }

        return list;
    }

    private static void Free(byte** list)
    {
        for (var text = list; *text is not null; text++)
        {
            Marshal.FreeCoTaskMem((nint)(*text));
        }

        NativeMemory.Free(list);
    }
}
