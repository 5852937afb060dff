using System.Collections.Immutable;
using Policy.Collection.Sources.Kernel;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Containers;

/// <summary>Looks for what container runtimes leave.</summary>
/// <param name="Found">What was found.</param>
/// <param name="Denied">A place where the collector must not look; null if there is none.</param>
internal sealed record ContainerMarkers(Sequence<ContainerMarker> Found, string? Denied)
{
    private const string FirstProcess = "proc/1/environ";

    private static readonly ImmutableArray<(string Path, HostEntryKind Kind, string Runtime)> Entries =
    [
        (".dockerenv", HostEntryKind.File, "docker"),
        (".dockerinit", HostEntryKind.File, "docker"),
        ("run/.containerenv", HostEntryKind.File, "podman"),
        (".singularity.d", HostEntryKind.Directory, "singularity"),
    ];

    // The Container Interface of systemd: the manager's name.
    private static readonly string[] Names = ["run/systemd/container", "run/host/container-manager"];

    private static readonly string[] CgroupFiles = ["proc/self/cgroup", "proc/1/cgroup"];

    // Parts of cgroup paths; a service such as docker.service has none of them.
    private static readonly ImmutableArray<(string Part, string? Runtime)> CgroupParts =
    [
        ("/docker/", "docker"), ("/docker-", "docker"), ("/libpod-", "podman"), ("/lxc/", "lxc"), ("/lxc.payload", "lxc"), ("/crio-", "crio"),
        ("/kubepods", null), ("/cri-containerd-", null),
    ];

    // Where runtimes keep the layers of the root file system.
    private static readonly ImmutableArray<(string Part, string? Runtime)> LayerFolders =
        [("/docker/overlay2/", "docker"), ("/containers/storage/overlay", "podman"), ("/containerd/", null)];

    /// <summary>Everything that is read for them, without the table of mounts.</summary>
    internal static readonly string[] Sources =
        [.. Entries.Select(item => item.Path), .. Names, FirstProcess, .. CgroupFiles, "proc/vz", "proc/bc", "environment", ".policy/environment"];

    /// <summary>A host's.</summary>
    internal static ContainerMarkers Of(Host host) => host.Memory.Once("container-markers", () => Look(host));

    private static ContainerMarkers Look(Host host)
    {
        var root = host.Root;
        var environ = root.Text(FirstProcess);
        IEnumerable<ContainerMarker> found =
            [.. OfEntries(root), .. OfFirstProcess(environ), .. OfCgroups(root), .. OfOpenVz(root), .. OfMounts(host), .. OfVariables(host)];
        return new ContainerMarkers(found.ToSequence(), environ is Failed<string> { Cause: UnknownCause.Denied } ? FirstProcess : null);
    }

    private static IEnumerable<ContainerMarker> OfEntries(HostRoot root) =>
    [
        .. Entries.Where(item => root.Entry(item.Path) is Got<HostEntry> got && got.Value.Kind == item.Kind)
            .Select(item => new ContainerMarker(item.Path, item.Runtime)),
        .. Names.Select(root.Value).OfType<Got<string>>().Select(got => new ContainerMarker(got.Source, got.Value.Length == 0 ? null : got.Value)),
    ];

    // The second folder is that of the machine itself.
    private static ContainerMarker[] OfOpenVz(HostRoot root) =>
        root.Entry("proc/vz") is Got<HostEntry> && root.Entry("proc/bc") is Missing<HostEntry> ? [new ContainerMarker("proc/vz", "openvz")] : [];

    private static ContainerMarker[] OfVariables(Host host) =>
        host.Variable("KUBERNETES_SERVICE_HOST") is Got<string> ? [new ContainerMarker("environment KUBERNETES_SERVICE_HOST", null, IsDecisive: false)] : [];

    private static IEnumerable<ContainerMarker> OfFirstProcess(Reading<string> environ) =>
        from entry in (environ.Content ?? string.Empty).Split('\0')
        where entry.StartsWith("container=", StringComparison.OrdinalIgnoreCase) && entry.Length > "container=".Length
        select new ContainerMarker($"{FirstProcess} {entry}", entry["container=".Length..].ToLowerInvariant());

    private static IEnumerable<ContainerMarker> OfCgroups(HostRoot root) =>
        from file in CgroupFiles.Select(root.Text).OfType<Got<string>>()
        from item in CgroupParts
        where file.Value.Contains(item.Part, StringComparison.Ordinal)
        select new ContainerMarker($"{file.Source} {item.Part}", item.Runtime);

    private static IEnumerable<ContainerMarker> OfMounts(Host host)
    {
        if (MountTable.Of(host) is not Got<MountTable> { Value.Mounts: var mounts, Source: var source })
        {
            return [];
        }

        var layers = mounts.LastOrDefault(mount => mount is { Point: "/", What.Type: "overlay" })?.What.Options ?? [];
        var folders = LayerFolders.Where(item => layers.Any(option => option.Contains(item.Part, StringComparison.Ordinal)));
        return
        [
            .. folders.Select(item => new ContainerMarker($"{source} {item.Part}", item.Runtime)),
            .. mounts.Where(mount => mount.What.Type == "fuse.lxcfs" && mount.Point.StartsWith("/proc/", StringComparison.Ordinal))
                .Take(1)
                .Select(_ => new ContainerMarker($"{source} lxcfs", null)),
        ];
    }
}
