using System.Globalization;
using Policy.Collection.Sources.Kernel;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Memory;

/// <summary>Where memory is swapped to: proc_swaps(5).</summary>
internal static class SwapDevices
{
    private const string Place = "proc/swaps";
    private const string Header = "Filename";
    private const string Gone = "(deleted)";

    private static readonly RecordType Device = new(
    [
        new FactField("name", new StringType(), "The partition or file, such as `/dev/sda2`, `/swap.img` or `/dev/zram0`, which is compressed memory"),
        new FactField("type", new StringType(), "`partition` or `file`"),
        new FactField("size", new NumberType(FactUnit.Size), "How much fits into it"),
        new FactField("used", new NumberType(FactUnit.Size), "How much of it is in use"),
        new FactField("priority", new NumberType(), "Higher ones are used first; negative if the kernel chose it"),
    ]);

    private static readonly FactDescription Devices = FactDescription.Of(
        "swap.devices",
        new ListType(Device),
        "The swap areas in use, also those of compressed memory. An empty list: there is none, or the kernel cannot swap. Never absent.",
        Place,
        MemInfo.File);

    /// <summary>The source.</summary>
    internal static readonly FactSource Definition = SingleFact.Source("swap-devices", new SingleFact(Devices, Look));

    // A kernel that cannot swap does not have the file, and counts a total of nothing.
    private static Observation Look(Host host) => host.Root.Lines(Place) switch
    {
        Missing<string[]> when host.IsComplete && MemInfo.Bytes(host, "SwapTotal") is Got<decimal> { Value: 0, Source: var source } => Answer.Of(Array.Empty<Observation>(), source),
        var lines => lines.Observe(Parse),
    };

    private static Observation Parse(string[] lines, string source) => lines is [var header, .. var areas] && header.StartsWith(Header, StringComparison.Ordinal)
        ? Areas([.. areas.Select(Area)], source)
        : new Unknown(UnknownCause.Malformed, source);

    private static Observation Areas(Observation?[] areas, string source) =>
        areas.Contains(null) ? new Unknown(UnknownCause.Malformed, source) : Answer.Of(areas.OfType<Observation>(), source);

    // Of a file that was deleted while in use a word more stands behind its name.
    private static Observation? Area(string line)
    {
        var words = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Where((word, index) => index != 1 || word != Gone).ToArray();
        return words is [var name, var type, var size, var used, var priority]
            && Kilobytes(size) is { } bytes
            && Kilobytes(used) is { } busy
            && int.TryParse(priority, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order)
            ? Answer.Of(
                string.Empty,
                ("name", Answer.Of(MountText.Unescape(name).Replace($" {Gone}", string.Empty, StringComparison.Ordinal))),
                ("type", Answer.Of(type)),
                ("size", Answer.Of(bytes)),
                ("used", Answer.Of(busy)),
                ("priority", Answer.Of(order)))
            : null;
    }

    private static decimal? Kilobytes(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number * 1024m : null;
}
