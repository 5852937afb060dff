using System.Globalization;
using Policy.Collection.Doors.Recordings;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which user and group numbers users may take into their namespaces, and the programs that hand them out.</summary>
internal static class IdMapSource
{
    private const string Users = "etc/subuid";
    private const string Groups = "etc/subgid";
    private const string Switch = "etc/nsswitch.conf";

    // CAP_SETGID and CAP_SETUID.
    private const int MayMapGroups = 6;
    private const int MayMapUsers = 7;

    // The first is where NixOS keeps programs with privileges.
    private static readonly string[] Folders = ["run/wrappers/bin", "usr/local/bin", "usr/bin", "bin", "usr/local/sbin", "usr/sbin", "sbin"];

    private static readonly ListType Ranges = new(new RecordType(
    [
        new FactField("owner", new StringType(), "the user's name or number"),
        new FactField("start", new NumberType(), "the first number"),
        new FactField("count", new NumberType(), "how many numbers"),
    ]));

    private static readonly RecordType Program = new(
    [
        new FactField("path", new StringType(), "where it stands"),
        new FactField("mode", new StringType(), "permission bits in four octal digits, such as 4755"),
        new FactField("setuid", new BooleanType(), "whether it runs as its owner"),
        new FactField("capable", new BooleanType(), "whether it may write maps, by set-user-ID root or by a file capability; unknown of a copy that holds no attributes"),
    ]);

    private static readonly FactDescription UserRanges = FactDescription.Of(
        "idmap.uid_ranges",
        Ranges,
        "The ranges of user numbers that users may map, subuid(5). Absent: there is no such file.",
        Users,
        Switch,
        "etc/passwd",
        "usr/bin");

    private static readonly FactDescription GroupRanges = FactDescription.Of(
        "idmap.gid_ranges",
        Ranges,
        "The ranges of group numbers that users may map, subgid(5). Absent: there is no such file.",
        Groups,
        Switch,
        "etc/passwd",
        "usr/bin");

    private static readonly FactDescription UserProgram = FactDescription.Of(
        "idmap.newuidmap",
        Program,
        "The program that writes maps of users, newuidmap(1). Absent: it is in none of the usual folders.",
        [.. Folders.Select(folder => $"{folder}/newuidmap"), .. CapturedTree.Sources]);

    private static readonly FactDescription GroupProgram = FactDescription.Of(
        "idmap.newgidmap",
        Program,
        "The program that writes maps of groups, newgidmap(1). Absent: it is in none of the usual folders.",
        [.. Folders.Select(folder => $"{folder}/newgidmap"), .. CapturedTree.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "id-maps",
        new SingleFact(UserRanges, host => FindRanges(host, Users)),
        new SingleFact(GroupRanges, host => FindRanges(host, Groups)),
        new SingleFact(UserProgram, host => FindProgram(host, "newuidmap", MayMapUsers)),
        new SingleFact(GroupProgram, host => FindProgram(host, "newgidmap", MayMapGroups)));

    private static Observation FindRanges(Host host, string place)
    {
        if (Service(host.Root) is { } service)
        {
            return new Unknown(UnknownCause.Unsupported, $"{Switch}: {service}");
        }

        return host.Root.Lines(place) switch
        {
            Missing<string[]> missing when CapturedTree.IsWhole(host, place) => new Absent(missing.Source),
            var lines => lines.Observe((text, source) => Answer.Of(text.Select(ParseRange).OfType<Observation>(), source)),
        };
    }

    // subid: sss
    private static string? Service(HostRoot root) => (root.Lines(Switch).Content ?? []).Select(line => line.Trim())
        .FirstOrDefault(line => line.StartsWith("subid:", StringComparison.Ordinal) && line["subid:".Length..].Trim() is not ("files" or ""));

    private static Observation? ParseRange(string line) =>
        line.Trim().Split(':') is [not ("" or ['#', ..]) and var owner, var start, var count] && Number(start) is { } first && Number(count) is { } length
            ? Answer.Of(string.Empty, ("owner", Answer.Of(owner)), ("start", Answer.Of(first)), ("count", Answer.Of(length)))
            : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Observation FindProgram(Host host, string name, int capability)
    {
        foreach (var place in Folders.Select(folder => $"{folder}/{name}"))
        {
            if (host.Root.Entry(place) is not Missing<HostEntry> and var entry)
            {
                return entry.Observe((found, source) => Describe(host, found, source, capability));
            }
        }

        return CapturedTree.IsWhole(host, Folders[1]) ? new Absent($"usr/bin/{name}") : new Unknown(UnknownCause.MissingSource, $"usr/bin/{name}");
    }

    private static Observation Describe(Host host, HostEntry entry, string source, int capability)
    {
        var isSetUser = (entry.Mode & 0x800) != 0;
        return Answer.Of(
            source,
            ("path", Answer.Of($"/{source}")),
            ("mode", Answer.Of(Convert.ToString(entry.Mode, 8).PadLeft(4, '0'))),
            ("setuid", Answer.Of(isSetUser)),
            ("capable", isSetUser && entry.Owner.User == 0 ? Answer.Of(true) : ByFile(host, source, capability)));
    }

    // Who copies a file often leaves its attributes behind.
    private static Observation ByFile(Host host, string place, int capability) => host.Root.Attribute(place, FileCapability.Name) switch
    {
        Missing<byte[]> when host.IsComplete || IsTold(host.Root, place) => Answer.Of(false),
        var attribute => attribute.Observe((bytes, source) => FileCapability.Gives(bytes, source, capability)),
    };

    private static bool IsTold(HostRoot root, string place) => root.Journal?.Answers(Questions.Attribute, $"{place} {FileCapability.Name}") == true;
}
