using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Archives;

public sealed class ArchiveCaptureTests
{
    public static TheoryData<string, string> Archives => new()
    {
        { "lscpu", "*.tar.gz" },
        { "ghw", "*.tar.gz" },
        { "nfd-pci", "*.tar.gz" },
        { "kernel-trees", "*.tar.gz" },
    };

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archive_gives_the_same_facts_as_the_folder_that_was_packed(string collection, string pattern)
    {
        if (Captures.Folder(collection) is not { } folder)
        {
            return;
        }

        foreach (var archive in Directory.GetFiles(folder, pattern))
        {
            using var unpacked = Captures.Unpack(archive);
            var only = Directory.GetDirectories(unpacked.Path) is [var one] && !Directory.Exists(Path.Join(unpacked.Path, "sys")) && !Directory.Exists(Path.Join(unpacked.Path, "lib"))
                ? one
                : unpacked.Path;
            using var stream = File.OpenRead(archive);
            var root = Assert.IsType<Got<HostRoot>>(HostRoot.OfArchive(stream, archive)).Value;
            Assert.Equal(Document(HostRoot.OfFolder(only)), Document(root));
        }
    }

    private static string Document(HostRoot root) => System.Text.Encoding.UTF8.GetString(FactDocumentWriter.Write(
        new FactOrigin("host", null, "test"),
        Collector.Collect(new Host(root, new HostOptions()), Demand.Everything([]), FactSources.Everything)));
}
