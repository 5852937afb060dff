using System.Globalization;

namespace Policy.Collection.Sources.Identity.Virtualization;

/// <summary>The context of Linux-VServer, a patch that separated processes before there were namespaces.</summary>
internal static class VServerContext
{
    /// <summary>Where the kernel shows it.</summary>
    internal const string Place = "proc/self/status";

    private const string Label = "VxID:";

    /// <summary>Its number, 0 of the host; null if the kernel has no contexts.</summary>
    internal static int? Number(HostRoot root)
    {
        var line = Array.Find(root.Lines(Place).Content ?? [], line => line.StartsWith(Label, StringComparison.Ordinal));
        var text = line.AsSpan(line is null ? 0 : Label.Length).Trim();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
