using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Which controllers systemd has given to users, who can then limit their own containers.</summary>
internal static class DelegationSource
{
    private const string Users = "etc/passwd";
    private const string Slice = "user.slice";

    private static readonly FactDescription Delegated = FactDescription.Of(
        "cgroup.delegated_controllers(*)",
        new MapType("user", new ListType(new StringType())),
        "The controllers of version 2 that a user, by number or name, may hand on: those of user@NUMBER.service. Unknown of a user who is not logged in and "
            + "does not linger. Absent: version 2 is not mounted, and version 1 gives users nothing.",
        ["sys/fs/cgroup", Users, .. MountTable.Sources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("cgroup-delegation", [Delegated], (host, demand) =>
        new EntryMap(Delegated.Path, user => Of(host, user), keys => EntryMap.Of(LoggedIn(host).Concat(keys), user => Of(host, user), isComplete: false, Slice)).Emit(demand));

    private static Observation Of(Host host, string user) => CgroupHierarchies.Of(host).Observe((found, source) =>
        found.Unified is { } mount ? Number(host.Root, user).Observe((number, _) => Controllers(host.Root, mount.Point, number)) : new Absent(source));

    private static Observation Controllers(HostRoot root, string mount, string number) =>
        root.Value($"{mount.TrimStart('/')}/{Slice}/user-{number}.slice/user@{number}.service/cgroup.controllers")
            .Observe((text, source) => Answer.Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), source));

    // alice:x:1000:1000:Alice:/home/alice:/bin/sh
    private static Reading<string> Number(HostRoot root, string user) => IsNumber(user)
        ? new Got<string>(user, Users)
        : root.Lines(Users) switch
        {
            Got<string[]> lines => lines.Value.Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 2 && fields[0] == user) is { } fields && IsNumber(fields[2])
                ? new Got<string>(fields[2], Users)
                : new Missing<string>($"{Users}: {user}"),
            var reading => reading.Then(_ => string.Empty),
        };

    private static bool IsNumber(string text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<string> LoggedIn(Host host)
    {
        const string Start = "user-";
        const string End = ".slice";
        var mount = CgroupHierarchies.Of(host).Content?.Unified?.Point.TrimStart('/');
        return (mount is null ? [] : host.Root.Names($"{mount}/{Slice}").Content ?? [])
            .Where(name => name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal))
            .Select(name => name[Start.Length..^End.Length])
            .Where(IsNumber);
    }
}
