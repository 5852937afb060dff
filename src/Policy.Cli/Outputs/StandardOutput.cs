namespace Policy.Cli.Outputs;

/// <summary>Standard output as bytes; a reader that went away ends the command quietly.</summary>
internal static class StandardOutput
{
    /// <summary>Writes bytes.</summary>
    /// <exception cref="CommandFailure">They cannot be written (74).</exception>
    public static void Write(ReadOnlySpan<byte> content)
    {
        try
        {
            using var stream = Console.OpenStandardOutput();
            stream.Write(content);
            stream.Flush();
        }
        catch (IOException error)
        {
            throw new CommandFailure(ExitCode.InputOutput, $"cannot write standard output: {error.Message}");
        }
    }
}
