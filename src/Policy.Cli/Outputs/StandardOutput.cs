using System.Text;

namespace Policy.Cli.Outputs;

/// <summary>Standard output as bytes; a reader that went away ends the command quietly.</summary>
internal static class StandardOutput
{
    /// <summary>Writes text and a line end.</summary>
    /// <exception cref="CommandFailure">It cannot be written (74).</exception>
    public static void WriteLine(string text) => Write(Encoding.UTF8.GetBytes($"{text}\n"));

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
            throw new CommandFailure(ExitCode.InputOutput, $"cannot write standard output: {FileTrouble.Reason(error)}");
        }
    }
}
