namespace Policy.Collection.Doors.Recordings;

/// <summary>The words for questions in a journal.</summary>
internal static class Questions
{
    /// <summary>The content of a file.</summary>
    internal const string Content = "content";

    /// <summary>The names in a folder.</summary>
    internal const string Names = "names";

    /// <summary>What stands under a name.</summary>
    internal const string Entry = "entry";

    /// <summary>What a link says.</summary>
    internal const string Link = "link";

    /// <summary>Where all links lead.</summary>
    internal const string Target = "target";

    /// <summary>An extended attribute.</summary>
    internal const string Attribute = "attribute";

    /// <summary>The output of a program, or what stands for it on a live host.</summary>
    internal const string Command = "command";

    /// <summary>The registers of CPUID.</summary>
    internal const string Cpuid = "cpuid";

    /// <summary>An environment variable.</summary>
    internal const string Variable = "variable";

    /// <summary>Who collects.</summary>
    internal const string User = "user";

    /// <summary>What <c>/dev/kvm</c> answers.</summary>
    internal const string Kvm = "kvm";

    /// <summary>Whether a socket lets the collector connect.</summary>
    internal const string Connect = "connect";

    /// <summary>Whether a device lets the collector open it.</summary>
    internal const string Open = "open";

    /// <summary>The space of a file system.</summary>
    internal const string Space = "space";

    /// <summary>The kind of operating system.</summary>
    internal const string System = "system";

    /// <summary>When it was collected.</summary>
    internal const string Time = "time";
}
