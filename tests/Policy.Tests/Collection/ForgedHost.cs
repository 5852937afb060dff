using Policy.Core.Facts;

namespace Policy.Tests.Collection;

/// <summary>A captured host that a test makes up, file by file, in a folder that goes away with it.</summary>
internal sealed class ForgedHost : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policy-forged-");

    public void Dispose() => folder.Delete(recursive: true);

    public ForgedHost With(string path, string text) => With(path, System.Text.Encoding.UTF8.GetBytes(text));

    public ForgedHost With(string path, byte[] bytes)
    {
        File.WriteAllBytes(Place(path), bytes);
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

    public Observation Look(string fact) => Observed.Look(folder.FullName, fact);

    private string Place(string path)
    {
        var place = Path.Join(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }
}
