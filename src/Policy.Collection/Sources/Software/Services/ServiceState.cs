using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Services;

/// <summary>Whether a service runs, told by its control group: systemd keeps one for each unit that has processes.</summary>
internal static class ServiceState
{
    private const string Booted = "run/systemd/system";

    /// <summary>Where it looks, as the catalogue names it.</summary>
    public static IEnumerable<string> Places => Hierarchies.Select(hierarchy => $"{hierarchy}/system.slice").Prepend(Booted);

    // The unified hierarchy, the one of a hybrid host, and systemd's own of version 1.
    private static readonly string[] Hierarchies = ["sys/fs/cgroup", "sys/fs/cgroup/unified", "sys/fs/cgroup/systemd"];

    /// <summary><c>active</c> with processes, else <c>inactive</c>; a failed service cannot be told from an inactive one.</summary>
    public static Observation Of(HostRoot root, string unit, UnitFile file)
    {
        if (!unit.EndsWith(".service", StringComparison.Ordinal))
        {
            return new Unknown(UnknownCause.Unsupported, $"{unit}: only services have processes");
        }

        if (root.Entry(Booted) is not Got<HostEntry>)
        {
            return new Unknown(UnknownCause.Unsupported, $"{Booted}: systemd does not run this host, or it was not captured running");
        }

        var slice = Hierarchies.Select(hierarchy => $"{hierarchy}/system.slice").FirstOrDefault(path => root.Entry(path) is Got<HostEntry>);
        if (slice is null)
        {
            return new Unknown(UnknownCause.MissingSource, "sys/fs/cgroup/system.slice");
        }

        if (Folders(slice, unit).Any(folder => HasProcesses(root, folder)))
        {
            return RecordFields.Text("active");
        }

        return file.HasSlice || file.StaysActive
            ? new Unknown(UnknownCause.Unsupported, $"{unit}: can be active without a process in {slice}")
            : RecordFields.Text("inactive");
    }

    // Instances of a template stand in a slice of the template's, in whose name a dash is escaped.
    private static IEnumerable<string> Folders(string slice, string unit)
    {
        yield return $"{slice}/{unit}";
        var at = unit.IndexOf('@', StringComparison.Ordinal);
        if (at > 0)
        {
            yield return $"{slice}/system-{unit[..at].Replace("-", "\\x2d", StringComparison.Ordinal)}.slice/{unit}";
        }
    }

    private static bool HasProcesses(HostRoot root, string folder)
    {
        if (root.Lines($"{folder}/cgroup.events").Content is { } events)
        {
            return events.Contains("populated 1");
        }

        // Version 1 does not count those in groups below, which a service may make for itself.
        return root.Value($"{folder}/cgroup.procs").Content is { Length: > 0 }
            || (root.Names(folder).Content ?? []).Any(name => root.Value($"{folder}/{name}/cgroup.procs").Content is { Length: > 0 });
    }
}
