using System.Collections.Frozen;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>Which distributions come from the same one.</summary>
internal static class DistributionFamilies
{
    // A family, and the IDs of os-release(5) in small letters that belong to it.
    private static readonly (string Family, string Ids)[] Table =
    [
        (
            "debian",
            "debian ubuntu ubuntu-core linuxmint lmde raspbian kali parrot pop elementary zorin neon deepin openkylin ubuntukylin devuan mx antix "
            + "pureos tails proxmox pve bodhi peppermint lite sparky siduction knoppix astra gardenlinux endless trisquel bunsenlabs "
            + "q4os rhino vanilla armbian dietpi osmc vyos cumulus-linux sonic cumulus univention ucs linspire boss pardus nitrux "
            + "tuxedo regolith feren backbox xebian volumio loc-os crunchbangplusplus spiral emmabuntus"),
        (
            "redhat",
            "rhel centos fedora rocky almalinux ol oracle oraclelinux scientific amzn amazon cloudlinux eurolinux virtuozzo openvz xenenterprise xenserver "
            + "xcp-ng clearos springdale circle miraclelinux navylinux rhcos fedora-asahi-remix nobara ultramarine bazzite bluefin aurora qubes "
            + "asahi openeuler euleros kylin-server hce anolis alinux alios opencloudos tencentos tlinux redos msvsphere rosa-server "
            + "ovirt rhvh hypervisor-node scientificlinux ascendos enterpriseenterpriseserver vzlinux velinux bclinux "
            + "ctyunos culinux fusionos bigcloud eulixos risi korora sangoma"),
        (
            "suse",
            "suse opensuse opensuse-leap opensuse-tumbleweed opensuse-slowroll opensuse-microos opensuse-leap-micro opensuse-aeon opensuse-kalpa aeon kalpa "
            + "sles sles_sap sled sle-micro sl-micro sle_hpc sle-hpc sles-ltss sle-rt suse-microos geckolinux"),
        (
            "arch",
            "arch archarm arch32 manjaro manjaro-arm endeavouros garuda cachyos artix antergos arcolinux blackarch rebornos steamos blendos sysrescue "
            + "parabola hyperbola bigcommunity biglinux archcraft archlabs crystal obarun chakra chimeraos xerolinux archbang ctlos athena snigdhaos"),
        ("alpine", "alpine postmarketos"),
        ("gentoo", "gentoo funtoo calculate sabayon pentoo redcore chromeos cos coreos flatcar liguros"),
        ("slackware", "slackware slackwareaarch64 salix porteus zenwalk slax slackel unraid"),
        ("mandriva", "mandriva mandrake mageia openmandriva rosa pclinuxos"),
        ("altlinux", "altlinux alt simply basealt"),
        ("nixos", "nixos"),
        ("guix", "guix"),
        ("void", "void"),
        ("solus", "solus"),
        ("clear-linux", "clear-linux-os"),
        ("openwrt", "openwrt lede immortalwrt turris"),
        ("buildroot", "buildroot cirros haos hassos batocera recalbox"),
        ("yocto", "poky yocto wrlinux nilrt torizon arago nodistro"),
        ("photon", "photon"),
        ("azurelinux", "azurelinux mariner"),
        ("exherbo", "exherbo"),
        ("wolfi", "wolfi chainguard"),
        ("bottlerocket", "bottlerocket"),
        ("talos", "talos"),
        ("chimera", "chimera"),
        ("android", "android lineageos"),
    ];

    private static readonly FrozenDictionary<string, string> Families = Table
        .SelectMany(item => item.Ids.Split(' '), (item, id) => KeyValuePair.Create(id, item.Family))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The family of an ID, or of the first of those from which it comes; null if none of them is known.</summary>
    public static string? Of(OsRelease release) => release.Like
        .Prepend(release["ID"] ?? string.Empty)
        .Select(id => Families.GetValueOrDefault(id.ToLowerInvariant()))
        .FirstOrDefault(family => family is not null);
}
