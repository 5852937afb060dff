using Policy.Core.Diagnostics;

namespace Policy.Reporting.Model;

/// <summary>How much a document tells, so that it fits where it goes.</summary>
/// <param name="Rules">The most rules that are listed, the worst hosts and the worst rules first.</param>
/// <param name="Hosts">The most hosts that are named, the worst first.</param>
/// <param name="HasPassing">Whether rules are listed that there is nothing to do about.</param>
internal sealed record Detail(int Rules, int Hosts, bool HasPassing)
{
    /// <summary>All that any document tells.</summary>
    public static Detail Everything { get; } = new(5000, int.MaxValue, true);

    /// <summary>Whether it tells nothing but the verdict: nothing that a host or an author wrote.</summary>
    public bool IsLeast => Hosts == 0;

    /// <summary>For a text with a limit of length: ever less, in the end only the verdict.</summary>
    public static Sequence<Detail> Steps { get; } =
    [
        Everything,
        Everything with { HasPassing = false },
        new(1500, int.MaxValue, false), new(500, int.MaxValue, false), new(200, int.MaxValue, false), new(80, 1000, false), new(30, 300, false), new(10, 100, false), new(3, 30, false),
        new(0, 10, false), new(0, 0, false),
    ];

    /// <summary>For a page about many hosts that browsers shall open at once.</summary>
    public static Sequence<Detail> StepsOfFleet { get; } =
        [new(1500, int.MaxValue, true), new(500, int.MaxValue, true), new(150, int.MaxValue, true), new(0, int.MaxValue, false), new(0, 1000, false), new(0, 0, false)];
}
