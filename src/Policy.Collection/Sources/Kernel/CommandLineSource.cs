using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>With which parameters the kernel was booted.</summary>
internal static class CommandLineSource
{
    private static readonly FactDescription Parameters = FactDescription.Of(
        "kernel.parameter(*)",
        new MapType("name", new StringType()),
        "The parameters on the kernel's command line; the empty text for a bare switch, the last of several, `-` and `_` are equal, secrets hidden. "
        + "Absent: the command line does not have it, though the kernel may have been built with it as a default.",
        CommandLine.Place);

    private static readonly FactDescription Line = FactDescription.Of(
        "kernel.command_line",
        new ListType(new StringType()),
        "The kernel's command line word by word, secrets hidden, without what stands behind `--` and belongs to the first process. An empty list: it is empty.",
        CommandLine.Place);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = new("command-line", [Parameters, Line], Read);

    private static IEnumerable<ObservedFact> Read(Host host, Demand demand)
    {
        foreach (var fact in new EntryMap(Parameters.Path, key => Parameter(host, key), keys => All(host, keys)).Emit(demand))
        {
            yield return fact;
        }

        if (demand.Wants(Line.Path.Root))
        {
            yield return new ObservedFact(Line.Path, CommandLine.Of(host).Observe((line, source) => Answer.Of(line.Words.Select(word => word.Text), source)));
        }
    }

    private static Observation Parameter(Host host, string name) =>
        CommandLine.Of(host).Observe((line, source) => line.Find(name) is { } value ? Answer.Of(value, source) : new Absent(source));

    private static Observation All(Host host, IEnumerable<string> keys) => CommandLine.Of(host).Observe((line, source) =>
        EntryMap.Of(line.Words.Select(word => word.Name).Concat(keys), name => Parameter(host, name), isComplete: true, source));
}
