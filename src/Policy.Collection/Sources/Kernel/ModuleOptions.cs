using System.Collections.Frozen;

namespace Policy.Collection.Sources.Kernel;

/// <summary>From which kernel options the well-known modules are built: where no list of modules is installed, the options tell what is built in.</summary>
internal static class ModuleOptions
{
    // The first option that the configuration mentions decides.
    private static readonly FrozenDictionary<string, string[]> Table = Parse(
        """
        kvm KVM
        kvm_intel KVM_INTEL
        kvm_amd KVM_AMD
        kvm_pvm KVM_PVM
        kvm_hv KVM_BOOK3S_64_HV
        kvm_pr KVM_BOOK3S_64_PR
        irqbypass IRQ_BYPASS_MANAGER
        vhost VHOST
        vhost_net VHOST_NET
        vhost_vsock VHOST_VSOCK
        vhost_scsi VHOST_SCSI
        vhost_vdpa VHOST_VDPA
        vsock VSOCKETS
        vfio VFIO
        vfio_pci VFIO_PCI
        vfio_iommu_type1 VFIO_IOMMU_TYPE1
        iommufd IOMMUFD
        tun TUN
        tap TAP
        macvlan MACVLAN
        macvtap MACVTAP
        ipvlan IPVLAN
        veth VETH
        vxlan VXLAN
        bridge BRIDGE
        br_netfilter BRIDGE_NETFILTER
        8021q VLAN_8021Q
        bonding BONDING
        dummy DUMMY
        openvswitch OPENVSWITCH
        wireguard WIREGUARD
        nf_tables NF_TABLES
        nf_conntrack NF_CONNTRACK
        nf_nat NF_NAT
        x_tables NETFILTER_XTABLES
        ip_tables IP_NF_IPTABLES_LEGACY NETFILTER_XTABLES_LEGACY IP_NF_IPTABLES
        ip6_tables IP6_NF_IPTABLES_LEGACY NETFILTER_XTABLES_LEGACY IP6_NF_IPTABLES
        iptable_filter IP_NF_FILTER
        iptable_nat IP_NF_NAT
        xt_conntrack NETFILTER_XT_MATCH_CONNTRACK
        xt_addrtype NETFILTER_XT_MATCH_ADDRTYPE
        xt_comment NETFILTER_XT_MATCH_COMMENT
        ip_set IP_SET
        ip_vs IP_VS
        ip_vs_rr IP_VS_RR
        ip_vs_wrr IP_VS_WRR
        ip_vs_sh IP_VS_SH
        overlay OVERLAY_FS
        fuse FUSE_FS
        squashfs SQUASHFS
        erofs EROFS_FS
        ext4 EXT4_FS
        xfs XFS_FS
        btrfs BTRFS_FS
        f2fs F2FS_FS
        vfat VFAT_FS
        isofs ISO9660_FS
        nfs NFS_FS
        nfsd NFSD
        cifs CIFS
        ceph CEPH_FS
        9p 9P_FS
        virtiofs VIRTIO_FS
        loop BLK_DEV_LOOP
        nbd BLK_DEV_NBD
        rbd BLK_DEV_RBD
        dm_mod BLK_DEV_DM
        dm_thin_pool DM_THIN_PROVISIONING
        zram ZRAM
        nvme BLK_DEV_NVME
        virtio_net VIRTIO_NET
        virtio_blk VIRTIO_BLK
        virtio_pci VIRTIO_PCI
        virtio_scsi SCSI_VIRTIO
        virtio_balloon VIRTIO_BALLOON
        hv_vmbus HYPERV_VMBUS HYPERV
        hv_netvsc HYPERV_NET
        hv_storvsc HYPERV_STORAGE
        vmw_balloon VMWARE_BALLOON
        xen_blkfront XEN_BLKDEV_FRONTEND
        xen_netfront XEN_NETDEV_FRONTEND
        binfmt_misc BINFMT_MISC
        msr X86_MSR
        configs IKCONFIG
        tcp_bbr TCP_CONG_BBR
        """);

    /// <summary>The modules whose options are known.</summary>
    internal static IEnumerable<string> Modules => Table.Keys;

    /// <summary>Whether the configuration proves that a module is built in, or that it is not built at all.</summary>
    /// <returns>Null if it is built to be loaded, or its option is not known.</returns>
    internal static bool? IsBuiltIn(string module, KernelConfig config)
    {
        if (!Table.TryGetValue(module, out var options))
        {
            return null;
        }

        return options.Select(config.Find).FirstOrDefault(value => value is not null) switch
        {
            "y" => true,
            "m" => null,
            _ => false,
        };
    }

    private static FrozenDictionary<string, string[]> Parse(string table) =>
        table.Split('\n').Select(line => line.Split(' ')).ToFrozenDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
}
