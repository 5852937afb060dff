using System.CommandLine;

namespace Policy.Cli;

/// <summary>The tool <c>policy</c>.</summary>
internal static class Program
{
    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Main(string[] args)
    {
        try
        {
            return Run(args);
        }
        catch (CommandFailure failure)
        {
            Say(failure.Message);
            return failure.ExitCode;
        }
        catch (Exception error) when (Environment.GetEnvironmentVariable("POLICY_DEBUG") is null)
        {
            // The one place where everything is caught: a bug is told in a line, and the process does not abort.
            Say($"internal error: {error.GetType().Name}: {error.Message}\nhelp: set POLICY_DEBUG=1 to see where, and report it with the command line");
            return ExitCode.Internal;
        }
    }

    private static int Run(string[] args)
    {
        var parsed = CommandTree.Build().Parse(args.Length == 0 ? ["welcome"] : args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }

        foreach (var error in parsed.Errors)
        {
            Say(error.Message);
        }

        Say($"help: policy {parsed.CommandResult.Command.Name switch { "policy" => string.Empty, var name => $"{name} " }}--help");
        return ExitCode.Usage;
    }

    private static void Say(string message)
    {
        if (message.Length == 0)
        {
            return;
        }

        try
        {
            Console.Error.WriteLine(message.StartsWith("help:", StringComparison.Ordinal) ? message : $"policy: {message}");
        }
        catch (IOException)
        {
            // Nobody is left to tell.
        }
    }
}
