using System.Collections.Immutable;
using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>The runtimes that a host can be asked for.</summary>
internal static class RuntimeTable
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<Runtime> Everything { get; } =
    [
        Docker.Runtime,
        new(new Tool("containerd", ["containerd"], ["containerd.io", "containerd"]), ["run/containerd/containerd.sock"], ["containerd"])
        {
            Services = ["containerd.service"],
            StorageDriver = RuntimeSettings.ContainerdStorage,
            CgroupDriver = RuntimeSettings.ContainerdCgroups,
        },
        new(new Tool("crio", ["crio"], ["cri-o", "cri-o#"]), ["run/crio/crio.sock"], ["crio"])
        {
            Services = ["crio.service"],
            StorageDriver = RuntimeSettings.CrioStorage,
            CgroupDriver = RuntimeSettings.CrioCgroups,
        },
        new(new Tool("podman", ["podman"], ["podman"]), ["run/podman/podman.sock"], ["podman"])
        {
            Services = ["podman.service"],
            RootlessSocket = "podman/podman.sock",
            StorageDriver = RuntimeSettings.SharedStorage,
            CgroupDriver = RuntimeSettings.PodmanCgroups,
        },
        new(new Tool("buildah", ["buildah"], ["buildah"]), [], ["buildah"]) { StorageDriver = RuntimeSettings.SharedStorage },
        new(new Tool("nerdctl", ["nerdctl"], ["nerdctl"]), [], []),
        new(new Tool("runc", ["runc"], ["runc"]), [], ["runc"]),
        new(new Tool("crun", ["crun"], ["crun"]), [], ["crun"]),

        // `lxc` is the client of LXD.
        new(new Tool("lxc", ["lxc-start"], ["lxc", "lxc-utils"]), [], ["lxc-start", "lxc-monitord"]),
        new(new Tool("incus", ["incusd", "incus"], ["incus", "incus-base"]), ["run/incus/unix.socket", "var/lib/incus/unix.socket"], ["incusd"])
        {
            Services = ["incus.service"],
        },
        new(
            new Tool("lxd", ["lxd"], ["lxd"]),
            ["var/snap/lxd/common/lxd/unix.socket", "var/lib/lxd/unix.socket"],
            ["lxd"])
        {
            Services = ["snap.lxd.daemon.service", "lxd.service"],
        },
        new(new Tool("openvz", ["vzctl", "prlctl"], ["vzctl", "vzkernel"]), [], []),
        new(
            new Tool(
                "qemu",
                [
                    "qemu-system-x86_64", "qemu-system-aarch64", "qemu-kvm", "qemu-system-ppc64", "qemu-system-s390x", "qemu-system-riscv64",
                    "qemu-system-loongarch64",
                ],
                [
                    "qemu-system-x86", "qemu-system-arm", "qemu-system-ppc", "qemu-system-s390x", "qemu-system-misc", "pve-qemu-kvm", "qemu-kvm-core",
                    "qemu-kvm", "qemu-system-x86-core", "qemu-system-aarch64-core", "qemu-system-x86_64", "qemu-system-aarch64", "qemu-x86",
                ]),
            [],
            ["qemu-system-x86", "qemu-system-aar", "qemu-system-ppc", "qemu-system-s39", "qemu-kvm", "kvm"]),
        new(
            new Tool("libvirt", ["libvirtd", "virtqemud", "virtlxcd", "virtxend"], ["libvirt-daemon", "libvirt-daemon-driver-qemu", "libvirt"]),
            ["run/libvirt/libvirt-sock", "run/libvirt/virtqemud-sock"],
            ["libvirtd", "virtqemud", "virtlxcd", "virtxend"])
        {
            Services = ["libvirtd.service", "virtqemud.service", "virtlxcd.service", "virtxend.service"],
        },
        new(
            new Tool("kata", ["kata-runtime", "containerd-shim-kata-v2"], ["kata-runtime", "kata-containers", "kata-containers-image"])
            {
                FromFiles = (root, program) => root.Value($"{program.Prefix}/VERSION").Content,
            },
            [],
            ["kata-runtime"]),
        new(
            new Tool("virtualbox", ["VBoxManage", "VBoxHeadless", "VirtualBox"], ["virtualbox-#", "VirtualBox-#", "virtualbox", "VirtualBox"]),
            [],
            ["VBoxSVC", "VBoxHeadless", "VirtualBoxVM"]),
    ];
}
