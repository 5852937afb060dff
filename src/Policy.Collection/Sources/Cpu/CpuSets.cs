using Policy.Core.Facts;

namespace Policy.Collection.Sources.Cpu;

/// <summary>Which processors there could be, and which of them the scheduler gives to whom.</summary>
internal static class CpuSets
{
    private const string PossibleList = $"{CpuNumbers.Folder}/possible";
    private const string IsolatedList = $"{CpuNumbers.Folder}/isolated";
    private const string Status = "proc/self/status";
    private const string AllowedKey = "Cpus_allowed_list:";

    private static readonly FactDescription Possible = FactDescription.Of(
        "cpu.possible",
        new NumberType(),
        "How many logical processors the running kernel could ever have, with those that may be plugged in. Never absent.",
        PossibleList);

    private static readonly FactDescription Isolated = FactDescription.Of(
        "cpu.isolated",
        new ListType(new NumberType()),
        "The numbers of the processors that the scheduler leaves to those who ask for them by number, `isolcpus=`. Never absent; an empty list "
            + "where there are none.",
        IsolatedList);

    private static readonly FactDescription Allowed = FactDescription.Of(
        "cpu.allowed",
        new NumberType(),
        "On how many of the processors that are switched on the collector may run: its affinity, without any quota. Never absent.",
        [Status, .. CpuNumbers.OnlineSources]);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source(
        "cpu-sets",
        new SingleFact(Possible, host => CpuList.Read(host.Root, PossibleList).Observe((numbers, source) =>
            numbers.Length > 0 ? Answer.Of(numbers.Length, source) : new Unknown(UnknownCause.Malformed, $"{source}: no processor"))),
        new SingleFact(Isolated, host => CpuList.Read(host.Root, IsolatedList).Observe((numbers, source) =>
            Answer.Of(numbers.Select(number => Answer.Of(number)), source))),
        new SingleFact(Allowed, host => OfCollector(host).Observe((numbers, source) =>
            numbers.Length > 0 ? Answer.Of(numbers.Length, source) : new Unknown(UnknownCause.Malformed, source))));

    /// <summary>The processors that are switched on and that the collector may run on.</summary>
    /// <remarks>The mask holds also processors that may come some day.</remarks>
    internal static Reading<int[]> OfCollector(Host host) => (host.Root.Lines(Status), CpuNumbers.On(host)) switch
    {
        (Got<string[]> lines, Got<int[]> online) => Array.Find(lines.Value, line => line.StartsWith(AllowedKey, StringComparison.Ordinal)) is { } line
            && CpuList.Parse(line[AllowedKey.Length..].Trim()) is { } mask
            ? new Got<int[]>([.. mask.Intersect(online.Value)], lines.Source)
            : new Missing<int[]>($"{Status}: {AllowedKey}"),
        (Got<string[]>, var online) => online,
        (var lines, _) => lines.Then<int[]>(_ => []),
    };
}
