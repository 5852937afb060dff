using Policy.Core.Facts;

namespace Policy.Collection.Doors.Files;

/// <summary>Files that stand for those of a host. Paths are relative to its root and without a leading slash; links resolve inside.</summary>
internal interface IHostFiles
{
    /// <summary>The bytes of a regular file.</summary>
    /// <returns>Failed with <see cref="UnknownCause.Malformed"/> if it is another thing, or larger than <paramref name="most"/>.</returns>
    Reading<byte[]> Bytes(string path, int most);

    /// <summary>The names in a folder, in ordinal order; what is not UTF-8 in them is U+FFFD.</summary>
    Reading<string[]> Names(string path);

    /// <summary>What stands under a name, links followed; of a link that leads nowhere the link.</summary>
    Reading<HostEntry> Entry(string path);

    /// <summary>What a link says; failed with <see cref="UnknownCause.Malformed"/> if it is no link.</summary>
    Reading<string> Link(string path);

    /// <summary>The path at the end of all links.</summary>
    Reading<string> Target(string path);

    /// <summary>An extended attribute, links followed; missing if the file does not have it.</summary>
    Reading<byte[]> Attribute(string path, string name);
}
