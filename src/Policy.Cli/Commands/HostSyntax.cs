using System.CommandLine;
using Policy.Collection;

namespace Policy.Cli.Commands;

/// <summary>The options of every verb that collects.</summary>
internal static class HostSyntax
{
    /// <summary>The folder or archive that stands for <c>/</c>.</summary>
    public static readonly Option<string?> Root = new("--root") { Description = "Read a captured root instead of this host", HelpName = "FOLDER|FILE.tar[.gz|.xz|.zst]" };

    /// <summary>Whether to leave /dev/kvm alone.</summary>
    public static readonly Option<bool> NoProbe = new("--no-probe") { Description = "Do not open /dev/kvm; facts that only it can tell stay unknown" };

    /// <summary>The folder with lock files.</summary>
    public static readonly Option<string?> Project = new("--project") { Description = "The project folder whose lock files tell the libraries", HelpName = "FOLDER" };

    /// <summary>What collecting may do.</summary>
    public static HostOptions Options(ParseResult parsed)
    {
        var project = parsed.GetValue(Project);
        var isLive = parsed.GetValue(Root) is null;
        return new HostOptions(!parsed.GetValue(NoProbe), project is null || !isLive ? project : Path.GetFullPath(project));
    }
}
