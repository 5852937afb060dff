using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>The small character devices that drivers have registered; containers see the same as their host.</summary>
internal static class MiscDevices
{
    /// <summary>The major number of all of them.</summary>
    internal const int Major = 10;

    /// <summary>Minor number and name, a line each; holds all of them.</summary>
    internal const string List = "proc/misc";

    /// <summary>A folder for each.</summary>
    internal const string Class = "sys/class/misc";

    /// <summary>The minor number of each by its name.</summary>
    internal static Reading<IReadOnlyDictionary<string, int>> Of(Host host) => host.Memory.Once("misc-devices", () => host.Root.Lines(List).Then(Parse));

    /// <summary>The minor number of a device that is registered; missing with the source that would show it if it is not.</summary>
    /// <remarks>A capture may hold a part of the folder, so that what it lacks is not missing for sure.</remarks>
    internal static Reading<int> Minor(Host host, string name) => Of(host) switch
    {
        Got<IReadOnlyDictionary<string, int>> list when list.Value.TryGetValue(name, out var minor) => new Got<int>(minor, List),
        Got<IReadOnlyDictionary<string, int>> => new Missing<int>(List),
        var failure => (Reading<int>?)ClassMinor(host.Root, name) ?? new Failed<int>(Cause(failure), List),
    };

    private static UnknownCause Cause(Reading<IReadOnlyDictionary<string, int>> reading) =>
        reading is Failed<IReadOnlyDictionary<string, int>> failed ? failed.Cause : UnknownCause.MissingSource;

    private static Got<int>? ClassMinor(HostRoot root, string name) =>
        root.Value($"{Class}/{name}/dev").Content?.Split(':') is [_, var text] && TryNumber(text, out var minor) ? new Got<int>(minor, $"{Class}/{name}") : null;

    private static IReadOnlyDictionary<string, int> Parse(string[] lines)
    {
        var devices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var text, var name] && TryNumber(text, out var minor))
            {
                devices[name] = minor;
            }
        }

        return devices;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
