using System.Text;
using Policy.Collection.Sources.Software.Packages.Sqlite;

namespace Policy.Collection.Sources.Software.Packages;

/// <summary>The programs among the files of a package in an RPM database: a list of folders, a list of names, and for each name its folder's number.</summary>
internal static class RpmPrograms
{
    private const int Names = 1117;
    private const int FolderOfName = 1116;
    private const int Folders = 1118;
    private const int Texts = 8;
    private const int Numbers = 4;

    /// <summary>Adds each program with its package; false if the header is damaged.</summary>
    public static bool Read(ReadOnlySpan<byte> header, Dictionary<string, string> owners)
    {
        if (RpmHeader.Read(header) is not { } package)
        {
            return false;
        }

        var folders = Split(RpmHeader.Data(header, (Folders, Texts), out var folderCount), folderCount);
        var names = RpmHeader.Data(header, (Names, Texts), out var nameCount);
        var numbers = RpmHeader.Data(header, (FolderOfName, Numbers), out var numberCount);
        for (var index = 0; index < Math.Min(nameCount, Math.Min(numberCount, numbers.Length / 4)); index++)
        {
            var end = names.IndexOf((byte)0);
            if (end < 0)
            {
                break;
            }

            var folder = SqliteNumbers.Word(numbers, 4 * index);
            if (folder < folders.Count && ProgramOwners.HoldsPrograms(folders[(int)folder]))
            {
                owners.TryAdd($"{folders[(int)folder].Trim('/')}/{Encoding.UTF8.GetString(names[..end])}", package.Name);
            }

            names = names[(end + 1)..];
        }

        return true;
    }

    private static List<string> Split(ReadOnlySpan<byte> store, uint count)
    {
        var texts = new List<string>();
        while (texts.Count < count && store.IndexOf((byte)0) is >= 0 and var end)
        {
            texts.Add(Encoding.UTF8.GetString(store[..end]));
            store = store[(end + 1)..];
        }

        return texts;
    }
}
