using Policy.Collection.Sources.Identity.Virtualization;

namespace Policy.Collection.Sources.Identity.Containers;

/// <summary>Whether the collector is in a container.</summary>
/// <param name="IsContainer">Null if it cannot be told.</param>
/// <param name="AreNamespacesInitial">Whether all namespaces that tell are the initial ones; null if nobody knows.</param>
/// <param name="Source">What tells it.</param>
internal sealed record ContainerView(bool? IsContainer, bool? AreNamespacesInitial, string Source)
{
    private const string Namespaces = "proc/self/ns";

    // Without the first two nobody knows; programs of the machine itself share all of them.
    private static readonly string[] Telling = ["pid", "user", "cgroup", "ipc", "uts"];

    /// <summary>Everything that is read for it.</summary>
    internal static readonly string[] Sources =
        [Namespaces, "proc/1/ns", .. ContainerMarkers.Sources, .. Os.KernelNames.ReleaseSources, .. Kernel.MountTable.Sources];

    /// <summary>A host's.</summary>
    internal static ContainerView Of(Host host) => host.Memory.Once("container", () => Look(host));

    /// <summary>Who runs the container, as far as a marker tells.</summary>
    internal static string? Runtime(Host host) =>
        ContainerMarkers.Of(host).Found.Select(marker => marker.Runtime).FirstOrDefault(runtime => runtime is not null)
        ?? (WindowsSubsystem.Version(host) is null ? null : "wsl");

    // A process namespace of its own is what all runtimes give; a marker may have come with an image that became a machine's disk.
    private static ContainerView Look(Host host)
    {
        var areInitial = AreInitial(host);
        var marker = ContainerMarkers.Of(host).Found.FirstOrDefault(item => item.IsDecisive);
        if (InitialNamespaces.IsInitial(host, "pid") == false || InitialNamespaces.IsInitial(host, "user") == false)
        {
            return new ContainerView(true, areInitial, Namespaces);
        }

        if (WindowsSubsystem.Version(host) is not null)
        {
            return new ContainerView(true, areInitial, WindowsSubsystem.Place);
        }

        return (marker, areInitial) switch
        {
            ({ } found, not true) => new ContainerView(true, areInitial, found.Text.Split(' ')[0]),
            (_, null) => new ContainerView(null, null, Namespaces),
            _ => new ContainerView(false, areInitial, Namespaces),
        };
    }

    private static bool? AreInitial(Host host)
    {
        var answers = Array.ConvertAll(Telling, kind => InitialNamespaces.IsInitial(host, kind));
        return answers.Contains(false) ? false : answers[0] is null || answers[1] is null ? null : true;
    }
}
