using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Testing.Suites;

/// <summary>The files beside a document of tests.</summary>
/// <param name="Folder">The folder of the document.</param>
/// <param name="Collect">Reads captured roots: folders and archives; null where only fact documents can be read.</param>
public sealed record FixtureFolder(string Folder, RootCollector? Collect = null)
{
    private static readonly string[] Archives = [".tar", ".tar.gz", ".tgz", ".tar.xz", ".tar.zst", ".tar.bz2"];

    /// <summary>The facts of a file, a captured folder or an archive.</summary>
    /// <param name="name">Its path from the folder.</param>
    /// <param name="wanted">The facts that are read of a captured root.</param>
    public Fixture Read(string name, IReadOnlyList<FactReference> wanted)
    {
        var path = Path.Join(Folder, name);
        if (Directory.Exists(path) || (File.Exists(path) && Array.Exists(Archives, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
        {
            return Collect is null ? new MissingFixture($"`{name}` is a captured root, and nothing here collects facts") : Collect(path, wanted);
        }

        try
        {
            return new FactFixture(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error is FileNotFoundException or DirectoryNotFoundException
                ? new MissingFixture($"there is no file `{name}`", Nearest(path))
                : new MissingFixture($"cannot read `{name}`: {error.Message.TrimEnd('.')}");
        }
    }

    // A mistyped name mostly stands in the right folder; a mistyped folder has siblings.
    private static string? Nearest(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        while (!Directory.Exists(folder))
        {
            (path, folder) = (folder, Path.GetDirectoryName(folder)!);
        }

        return NearestName.Help(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal));
    }
}
