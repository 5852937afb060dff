using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Collector;

/// <summary>Who collects, and what it may do.</summary>
internal static class CollectorFacts
{
    private const string GroupNames = "etc/group";

    private static readonly FactDescription User = FactDescription.Of(
        "collector.uid",
        new NumberType(),
        "The number of the user who collects. Never absent; 0 alone is not full power, see `collector.capabilities`.",
        "getgroups(2)");

    private static readonly FactDescription Groups = FactDescription.Of(
        "collector.groups",
        new ListType(new StringType()),
        "The groups of the user who collects, by name, or by number where the host has no name for it. Never absent.",
        "getgroups(2)",
        GroupNames);

    private static readonly FactDescription Capabilities = FactDescription.Of(
        "collector.capabilities",
        new ListType(new StringType()),
        "What the collector may do of root's power, without `cap_`, such as `sys_admin`: capabilities(7). Never absent.",
        ProcessStatus.Place);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "collector",
        new SingleFact(User, host => host.User().Observe((user, source) => Answer.Of(user.Uid, source))),
        new SingleFact(Groups, host => host.User().Observe((user, source) => Answer.Of(Names(host.Root, user), source))),
        new SingleFact(Capabilities, host => ProcessStatus.Of(host, "CapEff").Observe(CapabilityNames.Observe)));

    // kvm:x:104:alice,bob
    private static IEnumerable<string> Names(HostRoot root, HostUser user)
    {
        var names = (root.Lines(GroupNames).Content ?? [])
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 2)
            .DistinctBy(fields => fields[2])
            .ToDictionary(fields => fields[2], fields => fields[0], StringComparer.Ordinal);
        return user.Groups.Prepend(user.Gid).Distinct()
            .Select(group => group.ToString(CultureInfo.InvariantCulture))
            .Select(number => names.GetValueOrDefault(number, number));
    }
}
