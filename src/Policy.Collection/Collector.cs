using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>Asks a host for what is wanted, and gives an answer for every wanted fact whatever the sources do.</summary>
public static class Collector
{
    /// <summary>How long all sources together may take.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    private static readonly Unknown Unclaimed = new(UnknownCause.NotCollected, "no source gives it");

    /// <summary>Runs the sources whose facts are wanted.</summary>
    /// <returns>
    /// Every wanted fact once, in the order of the sources: what a source gave, or unknown: <c>malformed</c> if the source failed or gave text that is no
    /// UTF-8, <c>timeout</c> if it did not end in time, <c>not-collected</c> if it kept silent or no source gives the fact.
    /// </returns>
    public static IReadOnlyList<ObservedFact> Collect(Host host, Demand demand, IEnumerable<FactSource> sources) => Collect(host, demand, sources, Budget);

    /// <summary>The same with another time in all.</summary>
    internal static IReadOnlyList<ObservedFact> Collect(Host host, Demand demand, IEnumerable<FactSource> sources, TimeSpan budget)
    {
        var runs = sources.Select(source => new SourceRun(source, demand)).ToArray();
        Ask(host, runs, budget);
        var given = runs.SelectMany(run => run.Roots).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. runs.SelectMany(run => run.Result()),
            .. demand.Named.Where(path => !given.Contains(path.Root)).Select(path => new ObservedFact(path, Unclaimed)),
        ];
    }

    // A read from a dead disk or server cannot be interrupted; it is left behind with its thread, which ends with the program.
    private static void Ask(Host host, SourceRun[] runs, TimeSpan budget)
    {
        var worker = new Thread(() => Array.ForEach(runs, run => run.Ask(host))) { IsBackground = true, Name = "collector" };
        worker.Start();
        if (!worker.Join(budget))
        {
            Array.ForEach(runs, run => run.GiveUp());
        }
    }
}
