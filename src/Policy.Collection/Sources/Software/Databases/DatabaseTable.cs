using System.Collections.Immutable;
using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Databases;

/// <summary>The database servers that a host can be asked for.</summary>
internal static class DatabaseTable
{
    /// <summary>The table, in the order of the documentation.</summary>
    public static ImmutableArray<DatabaseServer> Everything { get; } =
    [
        new(
            new Tool(
                "mysql",
                ["mysqld"],
                [
                    "mysql-server-core-#", "mysql-community-server-core", "mysql-community-server", "mysql-server-#", "mysql-server",
                    "percona-server-server", "mysql",
                ])
            {
                Behind = (_, program) => program.Name.StartsWith("mariadb", StringComparison.Ordinal) ? null : program,
                Impostor = "mariadb",
            },
            ["mysqld"],
            3306,
            ["/mysqld.sock", "/mysql.sock"])
        {
            DataFolders = ["var/lib/mysql"],
        },
        new(
            new Tool(
                "mariadb",
                ["mariadbd"],
                ["mariadb-server-core", "mariadb-server-core-#", "mariadb-server", "mariadb-server-#", "MariaDB-server", "mariadb"]),
            ["mariadbd"],
            3306,
            ["/mysqld.sock", "/mysql.sock", "/mariadb.sock"])
        {
            DataFolders = ["var/lib/mysql"],
        },
        new(
            new Tool("mongodb", ["mongod"], ["mongodb-org-server", "mongodb-server-core", "mongodb-server", "mongodb"]),
            ["mongod"],
            27017,
            ["/mongodb-27017.sock"])
        {
            DataFolders = ["var/lib/mongodb", "var/lib/mongo"],
        },
        PostgreSql.Server,
        new(
            new Tool("redis", ["redis-server"], ["redis-server", "redis"])
            {
                Behind = (_, program) => program.Name.StartsWith("valkey", StringComparison.Ordinal) ? null : program,
            },
            ["redis-server"],
            6379,
            ["/redis.sock", "/redis-server.sock"])
        {
            DataFolders = ["var/lib/redis"],
        },
        new(
            new Tool("valkey", ["valkey-server"], ["valkey-server", "valkey"]),
            ["valkey-server"],
            6379,
            ["/valkey.sock", "/valkey-server.sock"])
        {
            DataFolders = ["var/lib/valkey"],
        },
    ];
}
