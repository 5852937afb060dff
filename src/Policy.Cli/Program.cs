using System.CommandLine;
using System.Text;
using Policy.Cli.Outputs;

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
        var errors = UsageErrors.Of(parsed);
        if (errors.Count == 0)
        {
            return Invoke(parsed);
        }

        foreach (var error in errors)
        {
            Say(error);
        }

        Say($"help: policy {parsed.CommandResult.Command.Name switch { "policy" => string.Empty, var name => $"{name} " }}--help");
        return ExitCode.Usage;
    }

    private static int Invoke(ParseResult parsed)
    {
        // Help is gathered first, so that one place writes to standard output and knows what to do when that fails.
        using var help = new StringWriter();
        var exitCode = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = help });
        StandardOutput.Write(Encoding.UTF8.GetBytes(help.ToString()));
        return exitCode;
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
