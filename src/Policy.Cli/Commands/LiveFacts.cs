using Policy.Cli.Inputs;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Cli.Commands;

/// <summary>Collects facts of this host, or of a captured root, as a fact document.</summary>
internal static class LiveFacts
{
    /// <summary>The document with the wanted facts.</summary>
    /// <param name="root">The folder or archive that stands for <c>/</c>; null for this host.</param>
    /// <param name="demand">What is wanted.</param>
    /// <param name="options">What the user allows.</param>
    /// <exception cref="CommandFailure">The root is not there (66), or is an archive that cannot be read (65).</exception>
    public static byte[] Collect(string? root, Demand demand, HostOptions options)
    {
        var host = new Host(root is null ? HostRoot.Live : Captured(root), options);
        var facts = Collector.Collect(host, demand, FactSources.Everything);
        return FactDocumentWriter.Write(new FactOrigin(NameOf(host, root), host.CollectedAt(), Engine.Name), facts);
    }

    private static HostRoot Captured(string root)
    {
        if (Directory.Exists(root))
        {
            return HostRoot.OfFolder(root);
        }

        using var archive = InputFile.Open(root);
        return HostRoot.OfArchive(archive, root) switch
        {
            Got<HostRoot> got => got.Value,
            Failed<HostRoot> failed => throw new CommandFailure(ExitCode.BadData, $"{root}: {failed.Detail}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string NameOf(Host host, string? root) => host.Name().Content is { Length: > 0 } name ? name
        : root is null ? Environment.MachineName
        : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)));
}
