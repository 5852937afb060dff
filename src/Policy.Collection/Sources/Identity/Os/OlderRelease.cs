namespace Policy.Collection.Sources.Identity.Os;

/// <summary>What distributions had before os-release(5): one line of text, or the file of the Linux Standard Base.</summary>
internal static class OlderRelease
{
    private const string StandardBase = "etc/lsb-release";
    private const string Separator = " release ";

    private static readonly string[] Lines = ["etc/redhat-release", "etc/system-release"];

    /// <summary>Where it stood.</summary>
    internal static readonly string[] Sources = [StandardBase, .. Lines];

    // By the beginning of the line, longest first.
    private static readonly (string Name, string Id)[] Ids =
    [
        ("Red Hat Enterprise Linux", "rhel"),
        ("Virtuozzo", "virtuozzo"),
        ("Scientific Linux", "scientific"),
        ("Oracle Linux", "ol"),
        ("Enterprise Linux Enterprise Linux", "ol"),
        ("CloudLinux", "cloudlinux"),
        ("Amazon Linux", "amzn"),
        ("AlmaLinux", "almalinux"),
        ("Rocky Linux", "rocky"),
        ("XenServer", "xenserver"),
        ("CentOS", "centos"),
        ("Fedora", "fedora"),
        ("Mageia", "mageia"),
    ];

    private static readonly (string Name, string Standard)[] StandardNames =
    [
        ("NAME", "DISTRIB_ID"),
        ("PRETTY_NAME", "DISTRIB_DESCRIPTION"),
        ("VERSION_ID", "DISTRIB_RELEASE"),
        ("VERSION_CODENAME", "DISTRIB_CODENAME"),
    ];

    /// <summary>The same names as in os-release; null if nothing is there that tells.</summary>
    internal static Reading<OsRelease>? Of(HostRoot root)
    {
        var lines = Lines.Select(root.Lines).OfType<Got<string[]>>().Select(got => Parse(got.Value.FirstOrDefault(string.Empty)) is { } found
            ? new Got<OsRelease>(found, got.Source)
            : null);
        return lines.FirstOrDefault(found => found is not null) ?? (root.Lines(StandardBase) is Got<string[]> standard ? OfStandardBase(standard) : null);
    }

    // Red Hat Enterprise Linux Server release 6.5 (Santiago)
    private static OsRelease? Parse(string line)
    {
        var at = line.IndexOf(Separator, StringComparison.Ordinal);
        var id = Array.Find(Ids, item => line.StartsWith(item.Name, StringComparison.Ordinal)).Id;
        if (at < 0 || id is null)
        {
            return null;
        }

        var rest = line[(at + Separator.Length)..].Trim();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ID"] = id,
            ["NAME"] = line[..at],
            ["PRETTY_NAME"] = line.Trim(),
            ["VERSION_ID"] = rest.Split(' ')[0],
        };
        if (rest.LastIndexOf('(') is >= 0 and var open && rest.EndsWith(')'))
        {
            values["VERSION_CODENAME"] = rest[(open + 1)..^1];
        }

        return new OsRelease(values);
    }

    // On Red Hat's systems the file holds only the versions of the standard.
    private static Got<OsRelease>? OfStandardBase(Got<string[]> file)
    {
        var values = OsRelease.Assignments(file.Value);
        if (values.GetValueOrDefault("DISTRIB_ID") is not { Length: > 0 } name)
        {
            return null;
        }

        var renamed = StandardNames
            .Where(pair => values.GetValueOrDefault(pair.Standard) is { Length: > 0 })
            .ToDictionary(pair => pair.Name, pair => values[pair.Standard], StringComparer.Ordinal);
        renamed["ID"] = name.ToLowerInvariant().Replace(" ", string.Empty, StringComparison.Ordinal);
        return new Got<OsRelease>(new OsRelease(renamed), file.Source);
    }
}
