namespace Policy.Cli;

/// <summary>Ends a command with a message and an exit code; caught once, where the process ends.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="message">One line for the user; empty if everything was said.</param>
internal sealed class CommandFailure(int exitCode, string message) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int ExitCode { get; } = exitCode;
}
