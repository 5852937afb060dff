namespace Policy.Collection.Sources.Identity.Collector;

/// <summary>Lines such as <c>CapEff:	0000000000000000</c> of the collector's own process: proc_pid_status(5).</summary>
internal static class ProcessStatus
{
    /// <summary>Where they stand.</summary>
    internal const string Place = "proc/self/status";

    /// <summary>What stands behind a label; missing if the kernel does not show it.</summary>
    internal static Reading<string> Of(Host host, string label) => host.Memory.Once("process-status", () => host.Root.Lines(Place)) switch
    {
        Got<string[]> lines => Find(lines, label),
        var reading => reading.Then(_ => string.Empty),
    };

    private static Reading<string> Find(Got<string[]> lines, string label)
    {
        var line = Array.Find(lines.Value, text => text.StartsWith($"{label}:", StringComparison.Ordinal));
        return line is not null
            ? new Got<string>(line[(label.Length + 1)..].Trim(), lines.Source)
            : new Missing<string>($"{lines.Source}: {label}");
    }
}
