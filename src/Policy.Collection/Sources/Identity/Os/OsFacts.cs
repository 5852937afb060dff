using Policy.Collection.Sources.Software.Packages;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>Which operating system a host has.</summary>
internal static class OsFacts
{
    private static readonly FactDescription Like = FactDescription.Of(
        "os.id_like",
        new ListType(new StringType()),
        "The distributions from which it comes, nearest first, such as `rhel` and `fedora`. Absent: it names none.",
        OsRelease.Sources);

    private static readonly FactDescription Family = FactDescription.Of(
        "os.family",
        new StringType(["linux", "freebsd", "windows", "macos"]),
        "The kind of operating system. Never absent; unknown of other kinds.",
        ["uname(2)", OsFamily.KernelType, OsFamily.KernelBanner, .. OsRelease.Sources, .. OsFamily.OnlyOnLinux]);

    private static readonly FactDescription Immutable = FactDescription.Of(
        "os.immutable",
        new BooleanType(),
        "Programs are not installed into the running system, but come with a new image of it. Never absent.",
        [OsImmutability.Ostree, .. OsRelease.Sources, .. Kernel.MountTable.Sources]);

    private static readonly FactDescription DistributionFamily = FactDescription.Of(
        "os.distribution_family",
        new StringType(),
        "The distribution from which it comes in the end: debian, redhat, suse, arch, alpine, gentoo, slackware, mandriva and so on; of one that comes "
            + "from none its own name. By a table, then by ID_LIKE. Never absent; unknown where neither names a known one.",
        OsRelease.Sources);

    private static readonly FactDescription UpdateModel = FactDescription.Of(
        "os.update_model",
        new StringType([.. UpdateModels.Words]),
        "How the system changes its programs: packages, whole images, ostree, container_image (ostree from a container registry, as bootc), "
            + "transactional (packages into a new snapshot), snaps, or generations (NixOS, Guix). Never absent; unknown where nothing proves it.",
        [.. OsRelease.Sources, OsImmutability.Ostree, OsUpdates.Deployments, .. Kernel.MountTable.Sources, .. PackageManager.Places]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "os",
        Text("id", "ID", "The distribution in one word, such as `debian` or `openEuler`; `linux` if it names none. In a container that of the image."),
        Text("version_id", "VERSION_ID", "The distribution's version, such as `12` or `24.04`. Absent: it has none, as rolling releases."),
        Text("variant_id", "VARIANT_ID", "The edition of the distribution, such as `coreos`. Absent: it names none."),
        Text("image_id", "IMAGE_ID", "The image from which the system was installed. Absent: it names none."),
        Text("name", "NAME", "The distribution's name without its version."),
        Text("pretty_name", "PRETTY_NAME", "The distribution's name for readers, with its version."),
        Text("version_codename", "VERSION_CODENAME", "The release's name, such as `bookworm`. Absent: it has none."),
        new SingleFact(Like, host => OsRelease.Of(host).Observe(LookAtLike)),
        new SingleFact(Family, OsFamily.Look),
        new SingleFact(DistributionFamily, host => OsRelease.Of(host).Observe(LookAtDistributionFamily)),
        new SingleFact(UpdateModel, OsUpdates.Look),
        new SingleFact(Immutable, OsImmutability.Look));

    private static Observation LookAtLike(OsRelease release, string source) =>
        release.Like is { Length: > 0 } like ? Answer.Of(like, source) : new Absent(source);

    private static Observation LookAtDistributionFamily(OsRelease release, string source) => DistributionFamilies.Of(release) is { } family
        ? Answer.Of(family, source)
        : new Unknown(UnknownCause.Unsupported, $"{source}: {release["ID"]}");

    private static SingleFact Text(string fact, string name, string describe) => new(
        FactDescription.Of($"os.{fact}", new StringType(), $"{describe} os-release(5).", OsRelease.Sources),
        host => OsRelease.Of(host).Observe((release, source) => release[name] is { } value ? Answer.Of(value, source) : new Absent(source)));
}
