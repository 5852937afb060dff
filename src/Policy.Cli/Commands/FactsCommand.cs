using System.Text;
using Policy.Cli.Catalogues;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Collection.Captures;

namespace Policy.Cli.Commands;

/// <summary><c>policy facts</c>: collects the facts of a host and prints the fact document.</summary>
internal static class FactsCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="policies">Policies whose facts are wanted; empty for every fact.</param>
    /// <param name="root">The folder or archive that stands for <c>/</c>; null for this host.</param>
    /// <param name="options">What collecting may do.</param>
    /// <param name="output">The file to write; null for standard output.</param>
    public static int Run(IReadOnlyList<string> policies, string? root, HostOptions options, string? output)
    {
        var document = Progress.While("collecting facts", () => LiveFacts.Collect(root, DemandOf(policies), options));
        Write(output, document);
        return ExitCode.Compliant;
    }

    /// <summary>Writes a capture of this host: what was read to collect the facts, for <c>--root</c> elsewhere.</summary>
    /// <param name="policies">Policies whose facts are wanted; empty for every fact.</param>
    /// <param name="options">What collecting may do.</param>
    /// <param name="output">The archive to write.</param>
    public static int Capture(IReadOnlyList<string> policies, HostOptions options, string output)
    {
        if (!output.EndsWith(".tar.gz", StringComparison.Ordinal) && !output.EndsWith(".tgz", StringComparison.Ordinal))
        {
            throw new CommandFailure(ExitCode.Usage, $"--capture writes a .tar.gz, not {output}");
        }

        var demand = DemandOf(policies);
        var (archive, files) = Progress.While("collecting facts", () => HostCapture.Take(demand, options));
        OutputFile.Write(output, archive);
        Console.Error.WriteLine($"{output}: {files} files, {archive.Length} bytes, secrets removed; judge it anywhere with: policy check --root {output}");
        return ExitCode.Compliant;
    }

    /// <summary>Writes what policies can name.</summary>
    /// <param name="names">Which facts; empty for every fact.</param>
    /// <param name="format">The form.</param>
    /// <param name="output">The file to write; null for standard output.</param>
    public static int Catalogue(IReadOnlyList<string> names, CatalogueFormat format, string? output)
    {
        var text = Encoding.UTF8.GetBytes(format.Write(CatalogueSelection.Of(FactSources.Catalogue, names)));
        Write(output, text);
        return ExitCode.Compliant;
    }

    private static void Write(string? output, ReadOnlySpan<byte> content)
    {
        if (output is null or "-")
        {
            StandardOutput.Write(content);
        }
        else
        {
            OutputFile.Write(output, content);
        }
    }

    private static Demand DemandOf(IReadOnlyList<string> policies)
    {
        var inputs = new PolicyInputs();
        var named = inputs.Compose(inputs.Load(policies), []).Slots.References;
        return policies.Count == 0 ? Demand.Everything(named.Select(reference => reference.Entry)) : Demand.Of(named);
    }
}
