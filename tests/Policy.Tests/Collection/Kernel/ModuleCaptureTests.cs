using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Policy.Collection;

namespace Policy.Tests.Collection.Kernel;

public sealed class ModuleCaptureTests
{
    [Theory]
    [InlineData("6.1.0-56-amd64")]
    [InlineData("6.1.0-56-cloud-amd64")]
    public void Modules_of_an_image_are_what_modprobe_says(string version)
    {
        if (Captures.Folder("kernel-trees") is not { } folder)
        {
            return;
        }

        using var target = new TemporaryFolder();
        using var stream = new GZipStream(File.OpenRead(Path.Join(folder, $"{version}.tar.gz")), CompressionMode.Decompress);
        TarFile.ExtractToDirectory(stream, target.Path, overwriteFiles: false);
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, $"{version}.truth.json")));
        var expected = truth.RootElement.GetProperty("modules").EnumerateObject()
            .ToDictionary(item => item.Name, item => item.Value.GetProperty("state").GetString()!);
        var host = KernelHost.Of(HostRoot.OfFolder(Path.Join(target.Path, version)));

        var given = KernelHost.Ask(host, [.. expected.Keys.Select(name => $"module({name})")]);

        Assert.All(expected, item => Assert.Equal((item.Key, Name(item.Value)), (item.Key, KernelHost.Text(given[$"module({item.Key})"]))));
    }

    private static string Name(string state) => state switch
    {
        "module" => "loadable",
        "missing" => "absent",
        _ => state,
    };
}
