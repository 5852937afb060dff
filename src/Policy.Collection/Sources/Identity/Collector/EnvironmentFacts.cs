using Policy.Collection.Captures;
using Policy.Collection.Sources.Kernel;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Identity.Collector;

/// <summary>The collector's environment, as far as a policy asks for it.</summary>
internal static class EnvironmentFacts
{
    private static readonly FactDescription Variables = FactDescription.Of(
        "env(*)",
        new MapType("name", new StringType()),
        "Environment variables of the collector, only those that a policy names, credentials in URLs removed. Absent: not set.",
        "environment",
        ".policy/environment");

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("environment", [Variables], (host, demand) =>
        EntryMap.Endless(Variables.Path, name => Find(host, name)).Emit(demand));

    private static Observation Find(Host host, string name) => host.Variable(name) switch
    {
        Missing<string> none => new Absent(none.Source),
        var reading => reading.Observe((value, source) => Answer.Of(UrlCredentials.Remove(value), source)),
    };
}
