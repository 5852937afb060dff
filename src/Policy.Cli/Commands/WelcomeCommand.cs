using System.CommandLine;
using Policy.Authoring;
using Policy.Cli.Outputs;

namespace Policy.Cli.Commands;

/// <summary>What a first run without arguments shows.</summary>
internal static class WelcomeCommand
{
    /// <summary>The hidden verb behind a run without arguments.</summary>
    public static Command Build()
    {
        var command = new Command("welcome") { Hidden = true };
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        StandardOutput.WriteLine($"""
            {Engine.Name}: can this host do what you want of it, and if not, what is missing?

              policy check                                 judge this host by the shipped profiles
              policy check -o report.html -o report.md     and write reports
              policy check kvm-host                        judge it by one policy
              policy facts -o this-host.json               collect its facts, to judge them elsewhere
              policy init my-policy                        write a policy of your own
              policy lint my-policy.yaml                   and check it
              policy explain kvm-host/kvm-works --live     why a rule passes or fails here

            Shipped: {string.Join(", ", ShippedDocuments.Files.Select(Path.GetFileNameWithoutExtension))}

            Nothing has been checked yet. More: policy --help, policy check --help
            """);
        return ExitCode.Undetermined;
    }
}
