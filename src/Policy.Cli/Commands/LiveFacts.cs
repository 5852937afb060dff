using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Cli.Commands;

/// <summary>Collects facts of this host, or of a captured root, as a fact document.</summary>
internal static class LiveFacts
{
    /// <summary>The document with the wanted facts.</summary>
    /// <param name="root">The folder that stands for <c>/</c>; null for this host.</param>
    /// <param name="demand">What is wanted.</param>
    /// <param name="options">What the user allows.</param>
    /// <exception cref="CommandFailure">The folder is not there (66).</exception>
    public static byte[] Collect(string? root, Demand demand, HostOptions options)
    {
        if (root is not null && !Directory.Exists(root))
        {
            throw new CommandFailure(ExitCode.NoInput, $"{root}: no such folder");
        }

        var files = root is null ? HostRoot.Live : HostRoot.OfFolder(root);
        var host = new Host(files, new HostCommands(files), options);
        var facts = Collector.Collect(host, demand, FactSources.Everything);
        return FactDocumentWriter.Write(new FactOrigin(NameOf(host, root), CollectedAt(root), Engine.Name), facts);
    }

    private static string NameOf(Host host, string? root) =>
        host.Root.Value("proc/sys/kernel/hostname").Content ?? host.Root.Value("etc/hostname").Content
        ?? (root is null ? Environment.MachineName : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root))));

    // A captured root was true when it was captured; neither the clock nor the time of a copied folder says when that was.
    private static DateTimeOffset? CollectedAt(string? root)
    {
        var now = DateTimeOffset.UtcNow;
        return root is null ? new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero) : null;
    }
}
