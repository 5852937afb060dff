using System.Diagnostics;

namespace Policy.Tests.Collection;

/// <summary>A folder that stands for a host's <c>/</c> and goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>An empty folder, with another one around it that must stay out of reach.</summary>
    public TemporaryFolder()
    {
        Outside = Directory.CreateTempSubdirectory("policy-test-").FullName;
        Path = Directory.CreateDirectory(System.IO.Path.Join(Outside, "root")).FullName;
    }

    /// <summary>The folder around it.</summary>
    public string Outside { get; }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Writes a file, with the folders on its way.</summary>
    public void Write(string path, string text)
    {
        var full = System.IO.Path.Join(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Does in the folder what .NET has no call for.</summary>
    public void Shell(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-ec", script]) { WorkingDirectory = Path })!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    public void Dispose()
    {
        // .NET cannot delete a file whose name is no text.
        Shell("chmod -R u+rwX ..; rm -r ../root");
        Directory.Delete(Outside, recursive: true);
    }
}
