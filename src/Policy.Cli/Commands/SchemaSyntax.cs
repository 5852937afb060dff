using System.CommandLine;
using Policy.Authoring;
using Policy.Cli.Outputs;
using Policy.Core.Diagnostics;

namespace Policy.Cli.Commands;

/// <summary><c>policy schema</c>: prints the JSON Schema of a kind of document.</summary>
internal static class SchemaSyntax
{
    private static readonly Argument<string> Kind = new("NAME") { Description = $"One of {string.Join(", ", ShippedSchemas.Names)}" };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("schema", """
            Print the JSON Schema of a kind of document.

            Examples:
              policy schema policy > policy.schema.json
              policy schema results | less
            """) { Kind };
        command.SetAction(parsed => Print(parsed.GetValue(Kind)!));
        return command;
    }

    private static int Print(string name)
    {
        if (ShippedSchemas.Find(name) is not { } schema)
        {
            var help = NearestName.Of(name, ShippedSchemas.Names) is { } nearest ? $"did you mean `{nearest}`?" : $"known are {string.Join(", ", ShippedSchemas.Names)}";
            throw new CommandFailure(ExitCode.Usage, $"there is no schema `{name}`: {help}");
        }

        StandardOutput.Write(schema);
        return ExitCode.Compliant;
    }
}
