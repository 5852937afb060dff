using System.CommandLine;
using Policy.Cli.Catalogues;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy facts</c>.</summary>
internal static class FactsSyntax
{
    private static readonly Argument<string[]> Policies = new("POLICY")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Collect only what these policies or profiles read; with --catalogue: facts, or first names of facts; none: everything",
    };

    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write the document to a file", HelpName = "FILE" };

    private static readonly Option<string?> Capture = new("--capture")
    {
        Description = "Write an archive of what was read, to be judged elsewhere with --root",
        HelpName = "FILE.tar.gz",
    };

    private static readonly Option<bool> Plan = new("--plan") { Description = "Print what a check would touch, with which privilege, and collect nothing" };

    private static readonly Option<bool> Catalogue = new("--catalogue") { Description = "Print what policies can name, and collect nothing" };

    private static readonly Option<string?> Format = new("--format", "-f") { Description = "How --catalogue is written", HelpName = "NAME" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        Format.AcceptOnlyFromAmong([.. CatalogueFormat.Everything.Select(format => format.Name)]);
        var command = new Command("facts", """
            Collect the facts of a host and print the fact document.

            Examples:
              policy facts -o web-07.json              everything about this host
              policy facts kvm-host --root /mnt/web07  what one policy reads, of a captured root
              policy facts --plan kvm-host             what a check would read, open and start
              policy facts --capture web-07.tar.gz     an archive of what was read, for policy check --root
              policy facts --catalogue cpu             what policies can ask about processors
            """)
        {
            Policies, HostSyntax.Root, HostSyntax.NoProbe, HostSyntax.Project, Output, Capture, Plan, Catalogue, Format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Capture) is not null && (result.GetValue(HostSyntax.Root) ?? result.GetValue(Output)) is not null)
            {
                result.AddError("--capture records this host into its own file; --root and --output do not go with it");
            }

            if (result.GetValue(Format) is not null && !result.GetValue(Catalogue))
            {
                result.AddError("--format says how --catalogue is written; facts are always JSON");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var policies = parsed.GetValue(Policies) ?? [];
        var options = HostSyntax.Options(parsed);
        return parsed.GetValue(Catalogue) ? FactsCommand.Catalogue(policies, FormatOf(parsed), parsed.GetValue(Output))
            : parsed.GetValue(Plan) ? PlanCommand.Run(policies, options)
            : parsed.GetValue(Capture) is { } capture ? FactsCommand.Capture(policies, options, capture)
            : FactsCommand.Run(policies, parsed.GetValue(HostSyntax.Root), options, parsed.GetValue(Output));
    }

    private static CatalogueFormat FormatOf(ParseResult parsed) =>
        parsed.GetValue(Format) is { } name ? CatalogueFormat.Everything.First(format => format.Name == name) : CatalogueFormat.Everything[0];
}
