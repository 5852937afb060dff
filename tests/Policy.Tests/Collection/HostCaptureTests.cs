using System.Text;
using Policy.Collection;
using Policy.Collection.Captures;
using Policy.Core.Facts;

namespace Policy.Tests.Collection;

public sealed class HostCaptureTests
{
    // What changes from one second to the next on a host that works.
    private static readonly string[] Restless = ["memory.available", "mount", "kernel.log", "database", "service"];

    [Fact]
    public void A_capture_gives_the_facts_of_the_live_host()
    {
        var (archive, files) = HostCapture.Take(Demand.Everything([]), new HostOptions());
        var live = Facts(HostRoot.Live);
        var captured = Facts(Open(archive));
        Assert.True(files > 20);
        Assert.Equal(live.Keys, captured.Keys);
        foreach (var (path, text) in live.Where(fact => !Restless.Any(root => fact.Key.StartsWith(root, StringComparison.Ordinal))))
        {
            Assert.Equal($"{path} {text}", $"{path} {captured[path]}");
        }
    }

    [Fact]
    public void A_capture_knows_only_what_was_asked()
    {
        var (archive, _) = HostCapture.Take(Demand.Of([FactPath.Parse("os.id")]), new HostOptions());
        var root = Open(archive);
        Assert.Equal(Observed.Text(Observed.Look(HostRoot.Live, "os.id")), Observed.Text(Observed.Look(root, "os.id")));
        Assert.Equal(UnknownCause.NotCollected, Assert.IsType<Unknown>(Observed.Look(root, "memory.total")).Cause);
        Assert.Equal(UnknownCause.NotCollected, Assert.IsType<Unknown>(Observed.Look(root, "file(/etc/passwd)")).Cause);
    }

    [Fact]
    public void A_capture_of_the_same_answers_has_the_same_bytes()
    {
        var demand = Demand.Of([FactPath.Parse("os.id"), FactPath.Parse("cpu.flags")]);
        var root = Open(HostCapture.Take(demand, new HostOptions()).Archive);
        Assert.NotNull(new Host(root, new HostOptions()).CollectedAt());
        Assert.Equal(new Host(HostRoot.Live, new HostOptions()).Name(), new Host(root, new HostOptions()).Name());
    }

    [Theory]
    [InlineData("proc/1/environ", "PATH=/bin\0SECRET=x\0container=lxc\0", "container=lxc")]
    [InlineData("proc/cmdline", "quiet root.password=abc ks=http://u:p@server/ks.cfg", "quiet root.password=*** ks=http://server/ks.cfg")]
    [InlineData("etc/systemd/system/x.service", "Environment=\"DB_PASSWORD=a b\" A=1\nAPI_TOKEN='x y'\n", "Environment=\"DB_PASSWORD=***\" A=1\nAPI_TOKEN=***\n")]
    [InlineData("project/yarn.lock", "resolved \"https://me:pass@registry.example/a.tgz#1\"", "resolved \"https://registry.example/a.tgz#1\"")]
    [InlineData("var/lib/dpkg/status", "Package: passwd\nVersion: 1\n", "Package: passwd\nVersion: 1\n")]
    public void Secrets_stay_on_the_host(string path, string content, string captured) =>
        Assert.Equal(captured, Encoding.UTF8.GetString(CaptureContent.WithoutSecrets(path, Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void Serial_numbers_and_the_UUID_stay_on_the_host()
    {
        byte[] table =
        [
            1, 27, 1, 0, 1, 2, 0, 3, .. Enumerable.Repeat((byte)0xab, 16), 6, 0, 0, .. "Maker\0Product\0SN-4711\0\0"u8,
            127, 4, 2, 0, 0, 0,
        ];
        var plain = CaptureContent.WithoutSecrets("sys/firmware/dmi/tables/DMI", table);
        Assert.Equal(table.Length, plain.Length);
        Assert.True(plain.AsSpan(8, 16).SequenceEqual(new byte[16]));
        Assert.Contains("Maker\0Product\0xxxxxxx\0\0", Encoding.Latin1.GetString(plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_no_one_asked_for_do_not_leave_the_host()
    {
        var (archive, _) = HostCapture.Take(Demand.Everything([]), new HostOptions());
        var root = Open(archive);
        Assert.IsNotType<Got<byte[]>>(root.Bytes("etc/shadow"));
        Assert.IsNotType<Got<byte[]>>(root.Bytes("etc/machine-id"));
    }

    private static HostRoot Open(byte[] archive) => Assert.IsType<Got<HostRoot>>(HostRoot.OfArchive(new MemoryStream(archive), "x.tar.gz")).Value;

    private static SortedDictionary<string, string> Facts(HostRoot root) => new(
        Collector.Collect(new Host(root, new HostOptions()), Demand.Everything([]), FactSources.Everything)
            .ToDictionary(fact => fact.Path.ToString(), fact => Text(fact.Observation)),
        StringComparer.Ordinal);

    private static string Text(Observation observation) => observation switch
    {
        Present { Value: MapValue map } => string.Join("; ", map.Entries.Items.Select(item => item.Key)),
        Unknown unknown => $"{unknown.Cause} {unknown.Detail}",
        _ => observation.ToString() ?? string.Empty,
    };
}
