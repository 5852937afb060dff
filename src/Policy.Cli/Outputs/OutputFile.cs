using Policy.Cli.Inputs;

namespace Policy.Cli.Outputs;

/// <summary>Writes a file so that it is there whole or not at all: a random name in the same folder, flushed, renamed.</summary>
internal static class OutputFile
{
    /// <summary>Replaces a file.</summary>
    /// <exception cref="CommandFailure">It cannot be created (73) or written (74); what was there before is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, WriteMode.Usual);

    /// <summary>Writes a file that is not there yet.</summary>
    /// <exception cref="CommandFailure">Something of that name is there, or it cannot be created (73) or written (74).</exception>
    public static void WriteNew(string path, ReadOnlySpan<byte> content) => Write(path, content, new WriteMode(IsNew: true, null));

    /// <summary>Replaces a file that was read, where a link leads and with the permissions that it has.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">What was read of it.</param>
    /// <param name="content">What it is to hold.</param>
    /// <exception cref="CommandFailure">It was changed meanwhile (75), or cannot be created (73) or written (74); it is untouched.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> before, ReadOnlySpan<byte> content)
    {
        if (!InputFile.Read(path).AsSpan().SequenceEqual(before))
        {
            throw new CommandFailure(ExitCode.Busy, $"{path} was changed meanwhile; it is left as it is");
        }

        var target = File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true)?.FullName ?? path;
        Write(target, content, new WriteMode(IsNew: false, OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target)));
    }

    private static void Write(string path, ReadOnlySpan<byte> content, WriteMode mode)
    {
        var target = Path.GetFullPath(path);
        if (Directory.Exists(target))
        {
            throw new CommandFailure(ExitCode.CannotCreate, $"cannot create {path}: it is a folder");
        }

        var temporary = Path.Join(Path.GetDirectoryName(target), $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}");
        using var stream = Create(path, temporary);
        try
        {
            stream.Write(content);
            if (mode.Permissions is { } permissions && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(stream.SafeFileHandle, permissions);
            }

            stream.Flush(flushToDisk: true);
            stream.Dispose();
            File.Move(temporary, target, overwrite: !mode.IsNew);
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            TryDelete(temporary);
            throw mode.IsNew && File.Exists(target) ? Taken(path) : new CommandFailure(ExitCode.InputOutput, $"cannot write {path}: {FileTrouble.Reason(error)}");
        }
    }

    /// <summary>What to say of a file that is there and is not to be replaced.</summary>
    public static CommandFailure Taken(string path) => new(ExitCode.CannotCreate, $"{path} is there already; it is left as it is");

    private static FileStream Create(string path, string temporary)
    {
        try
        {
            // Without a buffer, because closing the file would try once more to write what could not be written.
            return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            throw new CommandFailure(ExitCode.CannotCreate, $"cannot create {path}: {FileTrouble.Reason(error)}");
        }
    }

    private static void TryDelete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            // The message about the file that was asked for says what is wrong with the folder.
        }
    }

    private sealed record WriteMode(bool IsNew, UnixFileMode? Permissions)
    {
        public static readonly WriteMode Usual = new(IsNew: false, null);
    }
}
