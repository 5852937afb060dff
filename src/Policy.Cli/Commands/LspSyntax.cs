using System.CommandLine;
using Policy.Cli.LanguageServer;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy lsp</c>.</summary>
internal static class LspSyntax
{
    private static readonly Option<bool> NoHost = new("--no-host") { Description = "Do not show values of a host" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("lsp", """
            Serve an editor over standard input and output by the language server protocol.

            Examples:
              policy lsp                    complaints, completion, hover with this host's values, definitions, renaming
              policy lsp --root web.tar.gz  the same with the values of a captured host

            Exit codes: 0 the editor said goodbye, 1 its stream ended without
            """) { HostSyntax.Root, HostSyntax.NoProbe, HostSyntax.Project, NoHost };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(input);
        var host = new HostValues(parsed.GetValue(HostSyntax.Root), parsed.GetValue(NoHost) ? null : HostSyntax.Options(parsed));
        var server = new LanguageServer.LanguageServer(new MessageStream(buffered, output), host);
        return server.Run() ? ExitCode.Compliant : ExitCode.NonCompliant;
    }
}
