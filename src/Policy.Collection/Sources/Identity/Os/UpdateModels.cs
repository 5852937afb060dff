namespace Policy.Collection.Sources.Identity.Os;

/// <summary>How distributions that are not made of packages alone change their programs.</summary>
internal static class UpdateModels
{
    /// <summary>Packages are installed into the running system.</summary>
    public const string Packages = "packages";

    /// <summary>Each configuration is a generation of its own.</summary>
    public const string Generations = "generations";

    /// <summary>Deployments of ostree.</summary>
    public const string Ostree = "ostree";

    /// <summary>Deployments of ostree that come from a container registry, as bootc makes them.</summary>
    public const string ContainerImage = "container_image";

    private const string Image = "image";
    private const string Transactional = "transactional";

    /// <summary>What the fact can say.</summary>
    public static readonly string[] Words = [Packages, Image, Ostree, ContainerImage, Transactional, "snaps", Generations];

    // By the ID of os-release(5), with the variant, image or parent that narrows it.
    private static readonly (string Id, string Narrower, string Model)[] Table =
    [
        ("bottlerocket", "", Image),
        ("coreos", "", Image),
        ("cos", "", Image),
        ("flatcar", "", Image),
        ("haos", "", Image),
        ("hassos", "", Image),
        ("kairos", "", Image),
        ("talos", "", Image),
        ("vanilla", "", Image),
        ("chromeos", "", Image),
        ("rancheros", "", Image),
        ("k3os", "", Image),
        ("libreelec", "", Image),
        ("vyos", "", Image),
        ("org.gnome.os", "", Image),
        ("steamos", "arch", Image),
        ("blendos", "", Image),
        ("aeon", "", Transactional),
        ("kalpa", "", Transactional),
        ("opensuse-aeon", "", Transactional),
        ("opensuse-kalpa", "", Transactional),
        ("opensuse-leap-micro", "", Transactional),
        ("opensuse-microos", "", Transactional),
        ("sl-micro", "", Transactional),
        ("sle-micro", "", Transactional),
        ("suse-microos", "", Transactional),
        ("ubuntu-core", "", "snaps"),
        ("nixos", "", Generations),
        ("guix", "", Generations),
        ("endless", "", Ostree),
        ("torizon", "", Ostree),
        ("rhcos", "", Ostree),
        ("scos", "", Ostree),
        ("bazzite", "", Ostree),
        ("bluefin", "", Ostree),
        ("aurora", "", Ostree),
        ("fedora", "coreos", Ostree),
        ("fedora", "iot", Ostree),
        ("fedora", "kinoite", Ostree),
        ("fedora", "onyx", Ostree),
        ("fedora", "sericea", Ostree),
        ("fedora", "silverblue", Ostree),
        ("fedora", "sway-atomic", Ostree),
        ("fedora", "budgie-atomic", Ostree),
        ("fedora", "cosmic-atomic", Ostree),
        ("rhel", "coreos", Ostree),
        ("centos", "coreos", Ostree),
    ];

    /// <summary>The model that a distribution's name tells; null if it tells none.</summary>
    public static string? Of(OsRelease release)
    {
        string[] narrower = ["", release["VARIANT_ID"] ?? "", release["IMAGE_ID"] ?? "", .. release.Like];
        return Table.FirstOrDefault(line => line.Id == release["ID"] && narrower.Contains(line.Narrower)).Model;
    }
}
