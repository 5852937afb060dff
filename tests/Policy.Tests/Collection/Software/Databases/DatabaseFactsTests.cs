using Policy.Collection.Sources.Software.Databases;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software.Databases;

public sealed class DatabaseFactsTests : IDisposable
{
    private const string Tcp = "  sl  local_address rem_address   st tx_queue rx_queue\n   0: 0100007F:0CEA 00000000:0000 0A 00000000:00000000 00:00000000\n   1: 0100007F:1538 0100007F:9999 01 0\n";

    private readonly SoftwareHost host = new();

    public void Dispose() => host.Dispose();

    [Fact]
    public void MariaDb_is_not_MySql_though_it_listens_at_its_port()
    {
        host.WithProgram("usr/sbin/mariadbd")
            .WithLink("usr/sbin/mysqld", "mariadbd")
            .WithFolder("usr/bin")
            .WithPackages(("mariadb-server-core", "1:10.11.6-0+deb12u1"))
            .With("proc/1/comm", "systemd\n").With("proc/50/comm", "mariadbd\n").With("proc/net/tcp", Tcp).With("proc/net/unix", "Num\n");

        var (mysql, mariadb) = (host.Ask(DatabaseFacts.Source, "database(mysql)"), host.Ask(DatabaseFacts.Source, "database(mariadb)"));

        Assert.IsType<Absent>(mysql);
        Assert.Equal("10.11.6", SoftwareHost.Text(SoftwareHost.Field(mariadb, "version")));
        Assert.Equal("true", SoftwareHost.Text(SoftwareHost.Field(mariadb, "running")));
        Assert.Equal("true", SoftwareHost.Text(SoftwareHost.Field(mariadb, "listening")));
    }

    [Fact]
    public void A_server_that_only_runs_in_a_container_is_there_and_not_installed()
    {
        host.WithFolder("usr/bin")
            .WithPackages()
            .With("proc/1/comm", "systemd\n")
            .With("proc/50/comm", "redis-server\n")
            .With("proc/net/tcp", Tcp)
            .With("proc/net/unix", "Num\n");

        var redis = host.Ask(DatabaseFacts.Source, "database(redis)");

        Assert.Equal("false", SoftwareHost.Text(SoftwareHost.Field(redis, "installed")));
        Assert.Equal("false", SoftwareHost.Text(SoftwareHost.Field(redis, "listening")));
    }

    [Fact]
    public void PostgreSql_stands_in_a_folder_of_its_version_and_may_listen_at_a_local_socket()
    {
        host.WithProgram("usr/lib/postgresql/15/bin/postgres")
            .WithFolder("usr/bin")
            .WithPackages(("postgresql", "15+248"), ("postgresql-15", "15.8-0+deb12u1"), ("postgresql-client-16", "16.1-1"))
            .With("proc/1/comm", "systemd\n").With("proc/50/comm", "postgres\n").With("proc/net/tcp", "sl\n")
            .With("proc/net/unix", "Num RefCount Protocol Flags Type St Inode Path\n0000: 00000002 00000000 00010000 0001 01 123 /var/run/postgresql/.s.PGSQL.5432\n");

        var server = host.Ask(DatabaseFacts.Source, "database(postgresql)");

        Assert.Equal("15.8", SoftwareHost.Text(SoftwareHost.Field(server, "version")));
        Assert.Equal("true", SoftwareHost.Text(SoftwareHost.Field(server, "listening")));
    }

    [Fact]
    public void A_client_is_not_a_server()
    {
        host.WithProgram("usr/bin/psql").WithPackages(("postgresql-client-15", "15.8-0+deb12u1")).With("proc/1/comm", "systemd\n");

        Assert.IsType<Absent>(host.Ask(DatabaseFacts.Source, "database(postgresql)"));
    }

    [Fact]
    public void Without_processes_nobody_knows_whether_a_server_runs()
    {
        host.WithProgram("usr/bin/mongod").WithPackages(("mongodb-org-server", "6.0.12"));

        var server = host.Ask(DatabaseFacts.Source, "database(mongodb)");

        Assert.Equal("true", SoftwareHost.Text(SoftwareHost.Field(server, "installed")));
        Assert.IsType<Unknown>(SoftwareHost.Field(server, "running"));
        Assert.IsType<Unknown>(SoftwareHost.Field(server, "listening"));
    }

    [Fact]
    public void Valkey_is_not_Redis_though_it_answers_to_its_name()
    {
        host.WithProgram("usr/bin/valkey-server").WithLink("usr/bin/redis-server", "valkey-server").WithPackages(("valkey-server", "8.0.1-1"))
            .With("proc/1/comm", "systemd\n").With("proc/net/tcp", Tcp).With("proc/net/unix", "Num\n");

        Assert.IsType<Absent>(host.Ask(DatabaseFacts.Source, "database(redis)"));
        Assert.Equal("8.0.1", SoftwareHost.Text(SoftwareHost.Field(host.Ask(DatabaseFacts.Source, "database(valkey)"), "version")));
    }

    [Fact]
    public void The_data_stands_on_the_file_system_that_was_mounted_last_above_it()
    {
        host.WithProgram("usr/sbin/mysqld").WithFolder("usr/bin").WithFolder("srv/mysql").WithLink("var/lib/mysql", "../../srv/mysql")
            .With("proc/mounts", "/dev/a / ext4 rw 0 0\n/dev/b /srv xfs rw 0 0\n/dev/c /srv/my btrfs rw 0 0\n");

        var mysql = host.Ask(DatabaseFacts.Source, "database(mysql)");

        Assert.Equal("/srv/mysql", SoftwareHost.Text(SoftwareHost.Field(mysql, "data_path")));
        Assert.Equal("xfs", SoftwareHost.Text(SoftwareHost.Field(mysql, "data_filesystem")));
    }

    [Fact]
    public void Data_that_is_not_at_its_usual_place_is_absent_only_of_a_whole_host()
    {
        host.WithProgram("usr/sbin/mysqld").WithFolder("usr/bin");

        var part = host.Ask(DatabaseFacts.Source, "database(mysql)");
        var whole = host.With("etc/passwd", "root:x:0:0::/:\n").Ask(DatabaseFacts.Source, "database(mysql)");

        Assert.Equal(UnknownCause.MissingSource, Assert.IsType<Unknown>(SoftwareHost.Field(part, "data_path")).Cause);
        Assert.IsType<Absent>(SoftwareHost.Field(whole, "data_path"));
        Assert.IsType<Absent>(SoftwareHost.Field(whole, "data_filesystem"));
    }
}
