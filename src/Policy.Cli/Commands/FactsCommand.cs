using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Cli.Commands;

/// <summary><c>policy facts</c>: collects the facts of a host and prints the fact document.</summary>
internal static class FactsCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="policies">Policies whose facts are wanted; empty for every fact.</param>
    /// <param name="root">The folder that stands for <c>/</c>; null for this host.</param>
    /// <param name="options">What collecting may do.</param>
    /// <param name="output">The file to write; null for standard output.</param>
    public static int Run(IReadOnlyList<string> policies, string? root, HostOptions options, string? output)
    {
        var inputs = new PolicyInputs();
        var named = inputs.Compose(inputs.Load(policies), []).Slots.References.Select(reference => reference.Entry);
        var demand = policies.Count == 0 ? Demand.Everything(named) : Demand.Of(named);
        var document = Progress.While("collecting facts", () => LiveFacts.Collect(root, demand, options));
        if (output is null or "-")
        {
            StandardOutput.Write(document);
        }
        else
        {
            OutputFile.Write(output, document);
        }

        return ExitCode.Compliant;
    }

    /// <summary>Prints what policies can name.</summary>
    public static int Catalogue()
    {
        foreach (var fact in FactSources.Catalogue.Facts)
        {
            Console.Out.WriteLine($"{fact.Path}  {fact.Type}{(fact.Privilege == FactPrivilege.Root ? "  (root)" : string.Empty)}");
            Console.Out.WriteLine($"    {fact.Describe}");
            if (fact.Sources.Count > 0)
            {
                Console.Out.WriteLine($"    from {string.Join(", ", fact.Sources)}");
            }
        }

        return ExitCode.Compliant;
    }
}
