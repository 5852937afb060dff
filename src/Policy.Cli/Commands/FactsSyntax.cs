using System.CommandLine;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy facts</c>.</summary>
internal static class FactsSyntax
{
    private static readonly Argument<string[]> Policies = new("POLICY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Collect only what these policies or profiles read; none: everything",
    };

    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write the document to a file", HelpName = "FILE" };

    private static readonly Option<bool> Catalogue = new("--catalogue") { Description = "Print what policies can name, and collect nothing" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("facts", """
            Collect the facts of a host and print the fact document.

            Examples:
              policy facts -o web-07.json              everything about this host
              policy facts kvm-host --root /mnt/web07  what one policy reads, of a captured root
            """)
        {
            Policies, HostSyntax.Root, HostSyntax.NoProbe, HostSyntax.Project, Output, Catalogue,
        };
        command.SetAction(parsed => parsed.GetValue(Catalogue)
            ? FactsCommand.Catalogue()
            : FactsCommand.Run(parsed.GetValue(Policies) ?? [], parsed.GetValue(HostSyntax.Root), HostSyntax.Options(parsed), parsed.GetValue(Output)));
        return command;
    }
}
