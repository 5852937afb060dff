namespace Policy.Cli.Outputs;

/// <summary>Writes a file so that it is there whole or not at all: a random name in the same folder, flushed, renamed.</summary>
internal static class OutputFile
{
    /// <summary>Replaces a file.</summary>
    /// <exception cref="CommandFailure">It cannot be created (73) or written (74); what was there before is untouched.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
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
            stream.Flush(flushToDisk: true);
            stream.Dispose();
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            TryDelete(temporary);
            throw new CommandFailure(ExitCode.InputOutput, $"cannot write {path}: {FileTrouble.Reason(error)}");
        }
    }

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
}
