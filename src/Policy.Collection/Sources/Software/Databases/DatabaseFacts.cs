using Policy.Collection.Sources.Kernel;
using Policy.Collection.Sources.Software.Packages;
using Policy.Collection.Sources.Software.Tools;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Databases;

/// <summary>The database servers of a host.</summary>
internal static class DatabaseFacts
{
    private const string Root = "database";

    /// <summary>The source.</summary>
    public static readonly FactSource Source = new(
        "databases",
        [
            FactDescription.Of(
                "database(*)",
                new MapType("name", new RecordType(
                [
                    new FactField("version", new VersionType(VersionScheme.Dotted), "Of the installed server; of several the highest"),
                    new FactField("installed", new BooleanType(), "Whether its program or package is there"),
                    new FactField("running", new BooleanType(), "Whether a process of its name runs, in a container too if the host sees it"),
                    new FactField("listening", new BooleanType(), "Whether it runs, and its usual TCP port or local socket listens"),
                    new FactField("data_path", new StringType(), "The usual folder of its data, all links followed; absent if it is not there"),
                    new FactField("data_filesystem", new StringType(), "The type of the file system under that folder, such as ext4; absent without it"),
                ])),
                "A database server: mysql, mariadb, mongodb, postgresql, redis, valkey. Absent means: its server, whatever clients there are, is not "
                    + "installed, and no process of it was seen. MariaDB is not MySQL, though it answers to its name.",
                [
                    .. ProgramSearch.Places,
                    .. PackageManager.Places,
                    "usr/lib/postgresql",
                    "usr/pgsql-*",
                    "proc/*/comm",
                    "proc/self/ns/pid",
                    "proc/net/tcp",
                    "proc/net/tcp6",
                    "proc/net/unix",
                    "proc/self/mountinfo",
                    "proc/mounts",
                    .. DatabaseTable.Everything.SelectMany(server => server.DataFolders),
                ]),
        ],
        Read);

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        var names = DatabaseTable.Everything.Select(server => server.Tool.Name).ToList();
        return demand.Wants(Root)
            ? MapFact.OfTable(Root, names, demand, name => Entry(host, demand, DatabaseTable.Everything.First(server => server.Tool.Name == name)))
            : [];
    }

    private static Observation Entry(Host host, Demand demand, DatabaseServer server)
    {
        var (found, otherwise) = InstalledTool.Of(host, server.Tool, demand.WantsField(Root, server.Tool.Name, "version"));
        var running = ProcessNames.Of(host).Runs(server.Processes);
        var runs = running is Present { Value: BooleanValue { Value: true } };
        if (found is null && !runs)
        {
            return otherwise;
        }

        return new Present(
            RecordFields.Of(
                ("version", found?.Version ?? new Unknown(UnknownCause.MissingSource, $"{server.Tool.Name} runs, but its program was not found")),
                ("installed", found is not null ? RecordFields.Truth(true) : otherwise is Unknown ? otherwise : RecordFields.Truth(false)),
                ("running", running),
                ("listening", Listening(host, server, running)),
                ("data_path", MapFact.Inside(Data(host, server, (folder, _) => RecordFields.Text($"/{folder}")))),
                ("data_filesystem", MapFact.Inside(Data(host, server, FileSystemOf)))),
            found?.Source ?? "proc");
    }

    private static Observation Data(Host host, DatabaseServer server, Func<string, Host, Observation> describe)
    {
        foreach (var folder in server.DataFolders)
        {
            var target = host.Root.Target(folder);
            if (target is Got<string> or Failed<string> || !CapturedTree.IsWhole(host, folder))
            {
                return target.Observe((found, _) => describe(found, host));
            }
        }

        return new Absent();
    }

    private static Observation FileSystemOf(string folder, Host host) => MountTable.Of(host).Observe((table, source) =>
        table.Mounts
            .Where(mount => mount.Point == "/" || $"/{folder}/".StartsWith($"{mount.Point}/", StringComparison.Ordinal))
            .Select((mount, index) => (Mount: mount, Index: index))
            .OrderByDescending(item => item.Mount.Point.Length)
            .ThenByDescending(item => item.Index)
            .FirstOrDefault().Mount is { } mount
                ? RecordFields.Text(mount.What.Type)
                : new Unknown(UnknownCause.MissingSource, $"{source}: no mount of /"));

    // Who listens at a port is only known by who runs: the port of MySQL is MariaDB's too.
    private static Observation Listening(Host host, DatabaseServer server, Observation running)
    {
        if (running is Present { Value: BooleanValue { Value: false } })
        {
            return running;
        }

        var listening = Listeners.Of(host).Listens(server.Port, server.Sockets);
        return running is Unknown && listening is Present { Value: BooleanValue { Value: true } } ? running : listening;
    }
}
