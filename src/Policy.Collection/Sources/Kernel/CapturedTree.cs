namespace Policy.Collection.Sources.Kernel;

/// <summary>When a file that is not there proves something.</summary>
internal static class CapturedTree
{
    /// <summary>What shows that a captured root is a whole file system.</summary>
    internal static readonly string[] Sources = ["etc/passwd", "usr/bin"];

    private static readonly string[] MadeByTheKernel = ["proc", "sys", "dev", "run"];

    /// <summary>Whether a path that a root does not have is not on the host either.</summary>
    /// <remarks>
    /// A captured root may be a few files that somebody picked. It stands for a whole file system if it holds a user database and programs,
    /// and even then not for what the running kernel shows.
    /// </remarks>
    internal static bool IsWhole(Host host, string path) =>
        host.IsComplete || (!MadeByTheKernel.Contains(path.TrimStart('/').Split('/')[0]) && host.Memory.Once("captured-tree", () => IsFileSystem(host.Root)));

    /// <summary>Whether <c>proc/sys</c> is there with all its knobs, so that a missing one does not exist.</summary>
    internal static bool HasAllKnobs(Host host) => host.Memory.Once("captured-knobs", () =>
        host.Root.Names("proc/sys/kernel") is Got<string[]> names && (host.IsComplete || Array.TrueForAll(AlwaysThere, names.Value.Contains)));

    private static readonly string[] AlwaysThere = ["hostname", "ostype", "panic", "pid_max", "threads-max"];

    private static bool IsFileSystem(HostRoot root) => root.Entry("etc/passwd") is Got<HostEntry> && root.Names("usr/bin") is Got<string[]>;
}
