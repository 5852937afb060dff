using Policy.Collection.Sources.Kernel;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>Programs in images of their own, beside the packages of the host.</summary>
internal static class AppFacts
{
    private const string Snaps = "snap";
    private const string Flatpaks = "var/lib/flatpak/app";

    private static readonly KeyedFact Snap = new(
        FactDescription.Of(
            "snap(*)",
            new MapType("name", new RecordType(
            [
                new FactField("version", new StringType(), "As the snap says it; unknown where its image is not mounted"),
                new FactField("revision", new StringType(), "The store's number of the active revision, or one with an x of a local snap"),
            ])),
            "An active snap. Absent means: the host has no such link of an active snap, or no snapd.",
            [Snaps, "snap", .. CapturedTree.Sources]),
        host => Look(host, Snaps, OfSnap));

    private static readonly KeyedFact Flatpak = new(
        FactDescription.Of(
            "flatpak(*)",
            new MapType("name", new RecordType(
            [
                new FactField("branch", new StringType(), "The active branch, such as stable"),
                new FactField("architecture", new StringType(), "In flatpak's words, such as x86_64"),
            ])),
            "An application that flatpak has installed for all users, such as org.mozilla.firefox. Absent means: not installed for all users; one that "
                + "a user installed alone is not seen.",
            [Flatpaks, .. CapturedTree.Sources]),
        host => Look(host, Flatpaks, OfFlatpak));

    /// <summary>The snaps.</summary>
    public static readonly FactSource SnapSource = Snap.Source("snaps");

    /// <summary>The applications of flatpak.</summary>
    public static readonly FactSource FlatpakSource = Flatpak.Source("flatpaks");

    private static Observation Look(Host host, string folder, Func<HostRoot, string, Observation?> describe)
    {
        var names = host.Root.Names(folder);
        if (names is Missing<string[]> && CapturedTree.IsWhole(host, folder))
        {
            return new Present(new MapValue(new FactMap([]), IsComplete: true), folder);
        }

        return names.Observe((found, source) => new Present(
            new MapValue(
                new FactMap(found
                    .Select(name => (Name: name, Entry: describe(host.Root, name)))
                    .Where(item => item.Entry is not null)
                    .Select(item => KeyValuePair.Create(item.Name, item.Entry!))),
                IsComplete: true),
            source));
    }

    // `snap/NAME/current` leads to the folder of a revision, where its image is mounted.
    private static Observation? OfSnap(HostRoot root, string name)
    {
        if (root.Link($"{Snaps}/{name}/current") is not Got<string> revision)
        {
            return null;
        }

        var version = root.Lines($"{Snaps}/{name}/current/meta/snap.yaml").Observe((lines, source) =>
            Array.Find(lines, line => line.StartsWith("version:", StringComparison.Ordinal)) is { } line
                ? RecordFields.Text(line["version:".Length..].Trim(' ', '\'', '"', '\r'))
                : new Unknown(UnknownCause.Malformed, source));
        return Answer.Of(string.Empty, ("version", MapFact.Inside(version)), ("revision", RecordFields.Text(revision.Value)));
    }

    // `app/ID/current` leads to `ARCHITECTURE/BRANCH`.
    private static Observation? OfFlatpak(HostRoot root, string name) =>
        root.Link($"{Flatpaks}/{name}/current") is Got<string> link && link.Value.Split('/') is [var architecture, var branch]
            ? Answer.Of(string.Empty, ("branch", RecordFields.Text(branch)), ("architecture", RecordFields.Text(architecture)))
            : null;
}
