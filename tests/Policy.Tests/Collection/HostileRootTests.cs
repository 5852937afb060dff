using System.Text;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

/// <summary>Roots in which everything that a source reads is something else than it expects.</summary>
public class HostileRootTests
{
    private const int Size = 1 << 16;
    private const string Release = "6.1.0";

    public static TheoryData<string, string> Contents() => new()
    {
        { "nothing", "" },
        { "line ends", Repeat("\n") },
        { "NUL", Repeat("\0") },
        { "one long word", Repeat("a") },
        { "words", Repeat("a ") },
        { "pairs", Repeat("a=b\n") },
        { "colons", Repeat("a:1:b\n") },
        { "huge numbers", Repeat("99999999999999999999999 -99999999999999999999999:0x99999999999999999999999\n") },
        { "addresses", Repeat("://a@") },
        { "options without an end", Repeat("CONFIG_KVM") },
        { "quotes", Repeat("\"=\\") },
        { "brackets", Repeat("[(<{") },
        { "lists", Repeat("0-65535:1,") },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void No_content_stops_the_collection(string because, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var folder = new TemporaryFolder();
        Write(folder, path => File.WriteAllBytes(path, bytes));

        Check(folder, because);
    }

    [Fact]
    public void No_bytes_stop_the_collection()
    {
        var bytes = new byte[Size];
        new Random(7).NextBytes(bytes);
        using var folder = new TemporaryFolder();
        Write(folder, path => File.WriteAllBytes(path, bytes));

        Check(folder, "noise");
    }

    [Fact]
    public void Folders_in_place_of_files_do_not_stop_it()
    {
        using var folder = new TemporaryFolder();
        Write(folder, path => Directory.CreateDirectory(path));

        Check(folder, "folders");
    }

    private static string Repeat(string text) => new StringBuilder(Size + text.Length).Insert(0, text, Size / text.Length).ToString();

    private static void Check(TemporaryFolder folder, string because)
    {
        var root = HostRoot.OfFolder(folder.Path);

        var facts = Collector.Collect(new Host(root, new HostCommands(root), new HostOptions()), Demand.Everything(Named), FactSources.Everything);

        Assert.True(facts.Any(), because);
    }

    private static FactPath[] Named { get; } =
    [
        .. new[] { "kernel.config(KVM)", "kernel.config(NF_NAT_IPV4)", "module(kvm)", "sysctl(kernel.panic)", "cgroup.delegated_controllers(a)", "filesystem(ext4)" }.Select(FactPath.Parse),
    ];

    // A path that is a folder for another path stays one.
    private static void Write(TemporaryFolder folder, Action<string> write)
    {
        var paths = FactSources.Everything.SelectMany(source => source.Facts).SelectMany(fact => fact.Sources)
            .Where(path => path.Contains('/', StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal) && !path.StartsWith('/') && !path.Contains(' ', StringComparison.Ordinal))
            .Select(path => path.Replace("RELEASE", Release, StringComparison.Ordinal).Replace("*", Release, StringComparison.Ordinal))
            .Distinct().OrderByDescending(path => path, StringComparer.Ordinal);
        foreach (var place in paths.Select(path => Path.Join(folder.Path, path)).Where(place => !Directory.Exists(place)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            write(place);
        }

        var release = Path.Join(folder.Path, "proc/sys/kernel/osrelease");
        File.WriteAllText(Directory.Exists(release) ? Path.Join(release, "x") : release, Release);
    }
}
