using System.Formats.Tar;
using System.IO.Compression;
using Policy.Collection;

namespace Policy.Tests.Collection.Identity;

public class SmallCaptureTests
{
    [Theory]
    [InlineData("dmi_decode_virtualbox", ".policy/commands/dmidecode", "[virtualbox]", "vm")]
    [InlineData("proc_environ_podman", "proc/1/environ", "[podman]", "container")]
    [InlineData("lxc_cgroup", "proc/1/cgroup", "[lxc]", "container")]
    [InlineData("cgroup_file", "proc/1/cgroup", "unknown missing-source", "unknown missing-source")]
    public void The_fixtures_of_facter_say_what_their_names_say(string file, string path, string words, string kind)
    {
        if (Captures.Folder("facter-fixtures") is not { } folder)
        {
            return;
        }

        using var host = new ForgedHost().With(path, File.ReadAllBytes(Path.Join(folder, file)));

        Assert.Equal(words, Observed.Text(host.Look("virtualization.facts")));
        Assert.Equal(kind, Observed.Text(host.Look("host.kind")));
    }

    [Fact]
    public void Where_lscpu_names_a_hypervisor_it_is_the_same_and_where_not_none_is_made_up()
    {
        if (Captures.Folder("lscpu") is not { } folder)
        {
            return;
        }

        var wrong = Directory.GetFiles(folder, "*.tar.gz").SelectMany(Compare);

        Assert.Empty(wrong);
    }

    private static List<string> Compare(string archive)
    {
        var name = Path.GetFileName(archive)[..^".tar.gz".Length];
        using var folder = new TemporaryFolder();
        Extract(archive, folder);
        var root = HostRoot.OfFolder(Path.Join(folder.Path, name));
        var lines = File.ReadAllLines(Path.ChangeExtension(archive[..^".gz".Length], "expected"));
        var wrong = new List<string>();
        foreach (var (label, fact) in new[] { ("Hypervisor vendor:", "virtualization.hypervisor_vendor"), ("Virtualization type:", "virtualization.type") })
        {
            var want = Array.Find(lines, line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..].Trim();
            var got = Observed.Text(Observed.Look(root, fact));
            wrong.AddRange(got == want || (want is null && got.StartsWith("unknown", StringComparison.Ordinal)) ? [] : [$"{name} {fact}: {got}"]);
        }

        return wrong;
    }

    // The thousands of files about processors and nodes tell nothing here.
    private static void Extract(string archive, TemporaryFolder folder)
    {
        using var file = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress);
        using var tar = new TarReader(file);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && !entry.Name.Contains("/sys/devices/", StringComparison.Ordinal))
            {
                using var text = new StreamReader(entry.DataStream ?? Stream.Null);
                folder.Write(entry.Name, text.ReadToEnd());
            }
        }
    }
}
