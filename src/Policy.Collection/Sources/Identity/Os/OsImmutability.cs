using Policy.Collection.Sources.Kernel;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>Tells systems whose programs come with an image.</summary>
internal static class OsImmutability
{
    /// <summary>Made by ostree when it has started a system.</summary>
    internal const string Ostree = "run/ostree-booted";

    /// <summary>The fact.</summary>
    internal static Observation Look(Host host)
    {
        var release = OsRelease.Of(host);
        if (host.Root.Entry(Ostree) is Got<HostEntry> booted)
        {
            return Answer.Of(true, booted.Source);
        }

        return release is Got<OsRelease> got && UpdateModels.Of(got.Value) is not (null or UpdateModels.Generations)
            ? Answer.Of(true, got.Source)
            : MountTable.Of(host).Observe((table, source) => OfPrograms(host, table, source));
    }

    // Where programs stand on a file system that is mounted read-only.
    private static Observation OfPrograms(Host host, MountTable table, string source)
    {
        var programs = table.Mounts.LastOrDefault(mount => mount.Point == "/usr") ?? table.Mounts.LastOrDefault(mount => mount.Point == "/");
        return programs switch
        {
            null => new Unknown(UnknownCause.MissingSource, $"{source}: no mount of /"),
            { What.Options: ["ro", ..] } => Answer.Of(true, source),
            _ when host.IsComplete || OsRelease.Of(host) is Got<OsRelease> => Answer.Of(false, source),
            _ => new Unknown(UnknownCause.MissingSource, OsRelease.Place),
        };
    }
}
