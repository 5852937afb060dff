using Policy.Core.Diagnostics;

namespace Policy.Cli.Inputs;

/// <summary>Reads files that the user names.</summary>
internal static class InputFile
{
    /// <summary>The most that is read of a document.</summary>
    private const int Most = 64 * 1024 * 1024;

    /// <summary>The bytes of a file, or of standard input if the name is <c>-</c>.</summary>
    /// <exception cref="CommandFailure">It is not there or cannot be read (66), or is too large (65).</exception>
    public static byte[] Read(string name)
    {
        using var stream = Open(name);
        using var content = new MemoryStream();
        try
        {
            var buffer = new byte[81920];
            for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            {
                content.Write(buffer, 0, count);
                if (content.Length > Most)
                {
                    throw new CommandFailure(ExitCode.BadData, $"{SourceSpan.StartOf(name)}: error {DiagnosticCodes.Budget.Id}: larger than {Most} bytes");
                }
            }
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            throw new CommandFailure(ExitCode.NoInput, $"cannot read {name}: {FileTrouble.Reason(error)}");
        }

        return content.ToArray();
    }

    /// <summary>A file, or standard input if the name is <c>-</c>.</summary>
    /// <exception cref="CommandFailure">It is not there or cannot be read (66).</exception>
    public static Stream Open(string name)
    {
        try
        {
            return name == "-" ? Console.OpenStandardInput() : new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            throw new CommandFailure(ExitCode.NoInput, $"cannot read {name}: {FileTrouble.Reason(error)}");
        }
    }
}
