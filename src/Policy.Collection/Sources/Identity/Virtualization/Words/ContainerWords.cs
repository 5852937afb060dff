using System.Collections.Immutable;
using Policy.Collection.Sources.Identity.Containers;

namespace Policy.Collection.Sources.Identity.Virtualization.Words;

/// <summary>The words for containers.</summary>
internal static class ContainerWords
{
    // By the beginning of the runtime's name: lxc-libvirt is lxc.
    private static readonly ImmutableArray<(string Runtime, string Word)> Known =
    [
        ("openvz", "openvz"), ("lxc", "lxc"), ("docker", "docker"), ("oci", "oci"), ("crio", "crio"), ("podman", "podman"),
        ("systemd-nspawn", "systemd_nspawn"),
    ];

    /// <summary>The words of a host that is in a container.</summary>
    internal static IEnumerable<string> Of(Host host)
    {
        if (ContainerView.Of(host).IsContainer != true)
        {
            return [];
        }

        var runtimes = ContainerMarkers.Of(host).Found.Select(marker => marker.Runtime).OfType<string>().ToArray();
        return Known
            .Where(item => Array.Exists(runtimes, runtime => runtime.StartsWith(item.Runtime, StringComparison.Ordinal)))
            .Select(item => item.Word)
            .Concat(runtimes.Contains("zone") && IsBrandZ(host.Root) ? ["illumos-lx"] : []);
    }

    private static bool IsBrandZ(HostRoot root) =>
        root.Text(Os.OsFamily.KernelBanner).Content?.Contains("BrandZ virtual linux", StringComparison.Ordinal) == true;
}
