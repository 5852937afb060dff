using System.Text;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Software;

/// <summary>A captured host in a temporary folder, whose files the test writes.</summary>
public sealed class SoftwareHost : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policy-software-");

    /// <summary>Where its root stands.</summary>
    public string Folder => folder.FullName;

    /// <summary>A captured host of a folder.</summary>
    public static Host Of(string path, HostOptions? options = null)
    {
        var root = HostRoot.OfFolder(path);
        return new Host(root, new HostCommands(root), options ?? new HostOptions());
    }

    /// <summary>What a source says about one path.</summary>
    public static Observation Ask(FactSource source, Host host, string path)
    {
        var fact = Assert.Single(source.Read(host, Demand.Of([FactPath.Parse(path)])));
        Assert.Equal(path, fact.Path.ToString());
        return fact.Observation;
    }

    /// <summary>A field of an entry that is there.</summary>
    public static Observation? Field(Observation entry, string name) => Assert.IsType<RecordValue>(Assert.IsType<Present>(entry).Value).Fields.Find(name);

    /// <summary>The text of a string or version that is there; null for anything else.</summary>
    public static string? Text(Observation? observation) => observation switch
    {
        Present { Value: StringValue text } => text.Value,
        Present { Value: VersionValue version } => version.Text,
        Present { Value: BooleanValue truth } => truth.Value ? "true" : "false",
        Present { Value: NumberValue number } => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Writes a file of the host; a program if its content begins with an ELF mark or a hash bang.</summary>
    public SoftwareHost With(string path, string content = "")
    {
        var full = Path.Join(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content, new UTF8Encoding(false));
        if (!OperatingSystem.IsWindows() && (content.StartsWith("\u007fELF", StringComparison.Ordinal) || content.StartsWith("#!", StringComparison.Ordinal)))
        {
            File.SetUnixFileMode(full, (UnixFileMode)0b111_101_101);
        }

        return this;
    }

    /// <summary>Writes a program.</summary>
    public SoftwareHost WithProgram(string path) => With(path, "\u007fELF");

    /// <summary>Writes a folder.</summary>
    public SoftwareHost WithFolder(string path)
    {
        Directory.CreateDirectory(Path.Join(Folder, path));
        return this;
    }

    /// <summary>Writes a link.</summary>
    public SoftwareHost WithLink(string path, string target)
    {
        var full = Path.Join(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
        return this;
    }

    /// <summary>Writes a dpkg database with packages of the given names and versions, all of them installed.</summary>
    public SoftwareHost WithPackages(params ReadOnlySpan<(string Name, string Version)> packages)
    {
        var text = new StringBuilder("Package: dpkg\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.21.22\n");
        foreach (var (name, version) in packages)
        {
            text.Append("\nPackage: ").Append(name).Append("\nStatus: install ok installed\nArchitecture: amd64\nVersion: ").Append(version).Append('\n');
        }

        return With("var/lib/dpkg/status", text.ToString());
    }

    /// <summary>Asks for one path.</summary>
    public Observation Ask(FactSource source, string path, HostOptions? options = null) => Ask(source, Of(Folder, options), path);

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
