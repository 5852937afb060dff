using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Databases;

/// <summary>PostgreSQL, of which a host may have several versions side by side.</summary>
internal static class PostgreSql
{
    /// <summary>The line of the table.</summary>
    /// <remarks>Debian's package <c>postgresql</c> only points to one with a number, and its version is not the server's.</remarks>
    public static readonly DatabaseServer Server = new(
        new Tool("postgresql", ["postgres"], ["postgresql-#", "postgresql@-server", "postgresql-server", "postgresql@", "postgresql"])
        {
            Elsewhere = root =>
            [
                .. Highest(root.Names("usr/lib/postgresql")).Select(version => $"usr/lib/postgresql/{version}/bin/postgres"),
                .. Highest(root.Names("usr")).Where(IsOfVendor).Select(name => $"usr/{name}/bin/postgres"),
            ],
            PackageVersion = program => Number(program.Prefix),
        },
        ["postgres", "postmaster"],
        5432,
        ["/.s.PGSQL.5432"])
    {
        DataFolders = ["var/lib/postgresql", "var/lib/pgsql"],
    };

    private static IEnumerable<string> Highest(Reading<string[]> names) => (names.Content ?? []).OrderDescending(VersionOrder.Instance);

    private static bool IsOfVendor(string name) => name.StartsWith("pgsql-", StringComparison.Ordinal);

    private static string Number(string prefix) => prefix[prefix.AsSpan().TrimEnd("0123456789.").Length..];
}
