using System.Collections.Immutable;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Pci;

/// <summary>The folder of one PCI device.</summary>
internal sealed class PciFolder
{
    private readonly HostRoot root;
    private readonly string path;
    private readonly ImmutableHashSet<string> names;
    private readonly bool isWhole;

    private PciFolder(HostRoot root, string path, ImmutableHashSet<string> names, bool isWhole) =>
        (this.root, this.path, this.names, this.isWhole) = (root, path, names, isWhole);

    /// <summary>The folder of a device.</summary>
    /// <remarks>
    /// Captures often hold some of the files only. A name that is missing proves something on the live host, and in a capture that has
    /// the link and the file that every device has.
    /// </remarks>
    internal static PciFolder Of(Host host, string path)
    {
        var reading = host.Root.Names(path);
        var names = (reading.Content ?? []).ToImmutableHashSet(StringComparer.Ordinal);
        return new PciFolder(host.Root, path, names, names.Contains("vendor") && (host.IsComplete || (names.Contains("subsystem") && names.Contains("uevent"))));
    }

    /// <summary>The text of a file.</summary>
    internal Observation Text(string name) => File(name, text => Answer.Of(text));

    /// <summary>What the text of a file says.</summary>
    internal Observation File(string name, Func<string, Observation> answer) =>
        names.Contains(name) ? root.Value($"{path}/{name}").Observe((text, _) => answer(text)) : Lacks(name);

    /// <summary>What the text of a file below a folder says.</summary>
    internal Observation Below(string folder, string file, Func<string, Observation> answer) =>
        names.Contains(folder) ? root.Value($"{path}/{folder}/{file}").Observe((text, _) => answer(text)) : Lacks(folder);

    /// <summary>Whether it has a name.</summary>
    internal bool Has(string name) => names.Contains(name);

    /// <summary>What the last name of a link's target says.</summary>
    internal Observation LinkName(string name, Func<string, Observation> answer) =>
        names.Contains(name) ? root.Link($"{path}/{name}").Observe((target, _) => answer(target[(target.LastIndexOf('/') + 1)..])) : Lacks(name);

    private Observation Lacks(string name) => isWhole ? new Absent() : new Unknown(UnknownCause.MissingSource, $"{path}/{name}");
}
