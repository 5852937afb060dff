using Policy.Collection.Sources.Software.Packages;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Os;

/// <summary>Tells how a system changes its programs.</summary>
internal static class OsUpdates
{
    /// <summary>A folder for each name under which ostree keeps deployments.</summary>
    internal const string Deployments = "ostree/deploy";

    private const string ContainerOrigin = "container-image-reference";

    /// <summary>The fact.</summary>
    internal static Observation Look(Host host)
    {
        var release = OsRelease.Of(host);
        var named = release.Content is { } content ? UpdateModels.Of(content) : null;
        if (named == UpdateModels.Ostree || host.Root.Entry(OsImmutability.Ostree) is Got<HostEntry>)
        {
            return OfOrigins(host.Root);
        }

        return named is not null ? Answer.Of(named, ((Got<OsRelease>)release).Source) : OfPackages(host);
    }

    // Beside each deployment stands a file that says from where it came.
    private static Observation OfOrigins(HostRoot root)
    {
        var origins =
            from name in root.Names(Deployments).Content ?? []
            let folder = $"{Deployments}/{name}/deploy"
            from file in root.Names(folder).Content ?? []
            where file.EndsWith(".origin", StringComparison.Ordinal)
            select root.Text($"{folder}/{file}");
        var isContainer = origins.Select(origin => origin.Content?.Contains(ContainerOrigin, StringComparison.Ordinal));
        return isContainer.Distinct().ToArray() switch
        {
            [true] => Answer.Of(UpdateModels.ContainerImage, Deployments),
            [false] => Answer.Of(UpdateModels.Ostree, Deployments),
            [] => new Unknown(UnknownCause.MissingSource, Deployments),
            _ => new Unknown(UnknownCause.Unsupported, $"{Deployments}: deployments of both kinds"),
        };
    }

    private static Observation OfPackages(Host host) => (OsImmutability.Look(host), PackageInventory.Of(host)) switch
    {
        (Present { Value: BooleanValue { Value: true } }, _) => new Unknown(UnknownCause.Unsupported, "usr: read-only, and nothing tells how it is changed"),
        (_, { Main: { } main }) => Answer.Of(UpdateModels.Packages, main.Source),
        (_, { Gap: { } gap }) => gap,
        _ => new Unknown(UnknownCause.MissingSource, OsRelease.Place),
    };
}
