namespace Policy.Collection.Doors.Files.Archives;

/// <summary>Decides which contents of an archive are kept in memory.</summary>
internal sealed class ContentBudget
{
    /// <summary>What the largest file may have that any source reads.</summary>
    private const int MostOfFile = 64 * 1024 * 1024;

    private const long MostOfAll = 1024 * 1024 * 1024;

    /// <summary>Folders of much text that no source reads.</summary>
    private static readonly string[] Unread =
    [
        "usr/share/doc/", "usr/share/fonts/", "usr/share/help/", "usr/share/icons/", "usr/share/info/", "usr/share/locale/", "usr/share/man/", "usr/include/",
    ];

    private long kept;

    /// <summary>Why a content is not kept; null if it is.</summary>
    internal string? Refusal(string place, long size)
    {
        if (size > MostOfFile)
        {
            return $"larger than {MostOfFile} bytes";
        }

        if (Array.Exists(Unread, folder => place.StartsWith(folder, StringComparison.Ordinal)))
        {
            return "not kept in memory";
        }

        return kept + size > MostOfAll ? $"the archive's files have more than {MostOfAll} bytes" : null;
    }

    /// <summary>Counts a content that is kept.</summary>
    internal void Take(int size) => kept += size;
}
