using Policy.Core.Facts;

namespace Policy.Tests.Collection;

/// <summary>A captured host that a test makes up, file by file.</summary>
internal sealed class ForgedHost : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public ForgedHost With(string path, string text) => With(path, System.Text.Encoding.UTF8.GetBytes(text));

    public ForgedHost With(string path, byte[] bytes)
    {
        File.WriteAllBytes(Place(path), bytes);
        return this;
    }

    /// <summary>A file that only root can read.</summary>
    public ForgedHost WithSecret(string path, byte[] bytes)
    {
        With(path, bytes);
        folder.Shell($"chmod 755 .. . && chmod 0 {path}");
        return this;
    }

    public ForgedHost WithFolder(string path)
    {
        Directory.CreateDirectory(Place(path));
        return this;
    }

    public ForgedHost WithLink(string path, string target)
    {
        File.CreateSymbolicLink(Place(path), target);
        return this;
    }

    public Observation Look(string fact) => Observed.Look(folder.Path, fact);

    private string Place(string path)
    {
        var place = Path.Join(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }
}
