using System.CommandLine;

namespace Policy.Cli.Commands;

/// <summary>The syntax of <c>policy init</c>.</summary>
internal static class InitSyntax
{
    private static readonly Argument<string> Name = new("NAME")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The policy, with its folder; only a folder: my-policy in it",
        DefaultValueFactory = _ => ".",
    };

    /// <summary>The verb.</summary>
    public static Command Build()
    {
        var command = new Command("init", """
            Write a first policy, its tests, and the schemas that editors use. Nothing that is there is overwritten.

            Examples:
              policy init web-server           web-server.yaml, web-server.test.yaml, web-server.facts.json
              policy init policies/web-server  the same in a folder, which is made if it is not there

            Exit codes: 0 written, 64 usage, 73 a file is there already or cannot be created, 74 output
            """) { Name };
        command.SetAction(parsed => InitCommand.Run(parsed.GetValue(Name)!));
        return command;
    }
}
