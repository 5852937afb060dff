using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Services;

/// <summary>The units of systemd.</summary>
internal static class ServiceFacts
{
    private const string Root = "service";

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "services",
        [
            FactDescription.Of(
                "service(*)",
                new MapType("name", new RecordType(
                [
                    new FactField("state", new StringType(), "active: has processes; inactive: has none, a failed one too, because files do not tell "
                        + "them apart; unknown where systemd does not run, of units that are no services, and of services that stay active without "
                        + "a process"),
                    new FactField("enabled", new StringType(), "enabled, disabled, static (cannot be enabled), masked (cannot start), alias (another "
                        + "name of a unit) or generated, as systemctl is-enabled says"),
                    new FactField("path", new StringType(), "The unit's file"),
                ])),
                "A unit of systemd, such as docker.service; a key without an ending is a service. Absent means: no unit folder of systemd has it, and "
                    + "no init script of its name is there.",
                Places),
        ],
        Read);

    /// <summary>Where units and what tells their state stand, as the catalogue names it.</summary>
    public static string[] Places => [.. UnitFolders.Paths, .. ServiceState.Places, "etc/init.d"];

    /// <summary>Whether a service runs; absent if no unit folder has it.</summary>
    public static Observation StateOf(Host host, string unit) => Entry(host, unit) switch
    {
        Present { Value: RecordValue record } => record.Fields.Find("state") ?? new Absent(),
        Absent => new Absent(),
        var unknown => unknown,
    };

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand) => demand.Wants(Root)
        ? new MapFact(() => Whole(host, demand.Keys(Root)), key => Entry(host, key)).Emit(Root, demand)
        : [];

    private static Observation Whole(Host host, IReadOnlyList<string> named)
    {
        var folders = UnitFolders.Of(host);
        if (folders.Folders.Count == 0)
        {
            return folders.Gap!;
        }

        var entries = folders.Units.Union(named).Select(unit => KeyValuePair.Create(unit, MapFact.Inside(Entry(host, unit))));
        var sources = string.Join(", ", folders.Folders.Select(folder => folder.Path));
        return new Present(new MapValue(new FactMap(entries), IsComplete: folders.Gap is null), sources);
    }

    private static Observation Entry(Host host, string key)
    {
        var unit = UnitFolders.IsUnit(key) ? key : $"{key}.service";
        var folders = UnitFolders.Of(host);
        if (folders.Find(unit) is not { } path)
        {
            return NotFound(host.Root, folders, unit);
        }

        var reading = UnitFile.Read(host.Root, path);
        var (state, enabled) = reading is Got<UnitFile> got
            ? (ServiceState.Of(host.Root, unit, got.Value), RecordFields.Text(IsAlias(host.Root, path) ? "alias" : Enabled(folders, unit, path, got.Value)))
            : (reading.Observe((_, _) => new Absent()), reading.Observe((_, _) => new Absent()));
        return new Present(RecordFields.Of(("state", state), ("enabled", enabled), ("path", RecordFields.Text($"/{path}"))), path);
    }

    // systemd makes a unit of an init script only while it starts, so that an image does not have it as a file.
    private static Observation NotFound(HostRoot root, UnitFolders folders, string unit)
    {
        var script = $"etc/init.d/{unit.Replace(".service", string.Empty, StringComparison.Ordinal)}";
        var entry = root.Entry(script);
        var unknown = new Unknown(UnknownCause.Unsupported, $"{script}: an init script, not a unit");
        return entry is Got<HostEntry>
            ? new Present(RecordFields.Of(("state", unknown), ("enabled", unknown), ("path", RecordFields.Text($"/{script}"))), script)
            : folders.Gap as Observation ?? new Absent(string.Join(", ", folders.Folders.Select(folder => folder.Path)));
    }

    private static bool IsAlias(HostRoot root, string path)
    {
        var slash = path.LastIndexOf('/');
        return UnitFolders.OtherName(root, path[..slash], path[(slash + 1)..]) is not null;
    }

    private static string Enabled(UnitFolders folders, string unit, string path, UnitFile file) => file switch
    {
        { IsMasked: true } => "masked",
        _ when folders.Enabled.Contains(unit) => "enabled",
        _ when path.StartsWith("run/systemd/generator", StringComparison.Ordinal) => "generated",
        { HasInstall: true } => "disabled",
        _ => "static",
    };
}
