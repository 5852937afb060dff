using System.Globalization;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Databases;

/// <summary>Where something listens: <c>proc/net/tcp</c>, <c>proc/net/tcp6</c> and <c>proc/net/unix</c>, proc_pid_net(5).</summary>
/// <param name="Ports">The TCP ports.</param>
/// <param name="Paths">The paths of local sockets.</param>
/// <param name="Gap">Why something else may listen all the same; null if all tables were read.</param>
internal sealed record Listeners(IReadOnlySet<int> Ports, IReadOnlySet<string> Paths, Unknown? Gap)
{
    private const string Listen = "0A";
    private const string AcceptsConnections = "00010000";

    /// <summary>The listeners of a host; read once.</summary>
    public static Listeners Of(Host host) => host.Memory.Once("software.listeners", () => Read(host.Root));

    /// <summary>Whether a port or a path with one of the ends listens.</summary>
    public Observation Listens(int port, Sequence<string> sockets) =>
        Ports.Contains(port) || Paths.Any(path => sockets.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
            ? RecordFields.Truth(true)
            : Gap as Observation ?? RecordFields.Truth(false);

    private static Listeners Read(HostRoot root)
    {
        var (v4, v6, local) = (root.Lines("proc/net/tcp"), root.Lines("proc/net/tcp6"), root.Lines("proc/net/unix"));
        var ports = (v4.Content ?? []).Concat(v6.Content ?? []).Select(PortOf).OfType<int>().ToHashSet();
        var paths = (local.Content ?? []).Select(PathOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

        // A kernel without IPv6 has no second table.
        var unread = v4 is not Got<string[]> ? v4 : v6 is Failed<string[]> ? v6 : local;
        return new Listeners(ports, paths, unread is Got<string[]> ? null : (Unknown)unread.Observe((_, _) => new Absent()));
    }

    // Columns: number, local address and port in hexadecimal, remote ones, state.
    private static int? PortOf(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var address, _, Listen, ..]
        && address.AsSpan(address.IndexOf(':', StringComparison.Ordinal) + 1) is var digits
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var port)
            ? port
            : null;

    // Columns: address, references, protocol, flags, type, state, inode, path.
    private static string? PathOf(string line) =>
        line.Split(' ', 8, StringSplitOptions.RemoveEmptyEntries) is [_, _, _, AcceptsConnections, _, _, _, var path] ? path : null;
}
