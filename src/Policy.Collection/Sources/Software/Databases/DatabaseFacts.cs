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
                ])),
                "A database server: mysql, mariadb, mongodb, postgresql, redis. Absent means: its server, whatever clients there are, is not "
                    + "installed, and no process of it was seen. MariaDB is not MySQL, though it answers to its name.",
                "usr/bin",
                "var/lib/dpkg/status",
                "proc/1/comm",
                "proc/net/tcp",
                "proc/net/tcp6",
                "proc/net/unix"),
        ],
        Read);

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        var names = DatabaseTable.Everything.Select(server => server.Tool.Name).ToList();
        return demand.Wants(Root)
            ? MapFact.OfTable(Root, names, demand, name => Entry(host, DatabaseTable.Everything.First(server => server.Tool.Name == name)))
            : [];
    }

    private static Observation Entry(Host host, DatabaseServer server)
    {
        var (found, otherwise) = InstalledTool.Of(host, server.Tool);
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
                ("listening", Listening(host, server, running))),
            found?.Source ?? "proc");
    }

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
