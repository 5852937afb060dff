using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace Policy.Tests.Collection.Cpu;

public class TopologyCaptureTests(ITestOutputHelper output)
{
    private static readonly (string Object, string Fact)[] Objects =
    [
        ("Package", "cpu.sockets"), ("Core", "cpu.cores"), ("PU", "cpu.online"), ("NUMANode", "numa.nodes"), ("Die", "cpu.dies"),
    ];

    [Fact]
    public void No_count_differs_from_the_one_of_hwloc()
    {
        if (Captures.Folder("hwloc") is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Join(captures, "index.json")));
        var unknown = new List<string>();
        var wrong = index.RootElement.EnumerateObject().Where(item => File.Exists(Path.Join(captures, $"{item.Name}.tar.bz2"))).SelectMany(item => Wrong(captures, item, unknown)).ToArray();

        unknown.ForEach(output.WriteLine);
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.InRange(unknown.Count, 0, 2);
    }

    [Fact]
    public void No_answer_differs_from_what_is_known_of_the_snapshots()
    {
        if (Captures.Folder("ghw") is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var index = JsonDocument.Parse(File.ReadAllBytes(Path.Join(captures, "index.json")));
        var unknown = new List<string>();
        var wrong = new List<string>();
        foreach (var item in index.RootElement.EnumerateObject())
        {
            using var capture = new TemporaryFolder();
            capture.Shell($"tar xf '{captures}/{item.Name}.tar.gz'");
            wrong.AddRange(CpuAnswers.Wrong(capture.Path, OfSnapshot(item.Value), unknown));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("xeon5218_nohyperthread_2socket_nohotplug", "2", "32")]
    [InlineData("rpi4", "1", "4")]
    [InlineData("single_socket_many_NUMAs", "16", "16")]
    public void Places_alone_tell_sockets_and_cores(string name, string sockets, string cores)
    {
        if (Captures.Folder("cadvisor") is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var capture = new TemporaryFolder();
        capture.Shell($"mkdir -p sys/devices/system && tar xf '{captures}/testdata_{name}.tar.gz' && mv testdata_{name} sys/devices/system/cpu");

        var wrong = CpuAnswers.Wrong(capture.Path, [("cpu.sockets", sockets), ("cpu.cores", cores)], []);

        Assert.Empty(wrong);
    }

    private static List<string> Wrong(string captures, JsonProperty item, List<string> unknown)
    {
        using var capture = new TemporaryFolder();
        capture.Shell($"tar xf '{captures}/{item.Name}.tar.bz2'");
        var root = Directory.GetDirectories(capture.Path).Single();
        var tests = item.Value.EnumerateArray().Where(test => !IsRestricted(root) || test.GetProperty("options").GetString()?.Contains("disallowed", StringComparison.Ordinal) == true);
        return [.. tests.SelectMany(test => CpuAnswers.Wrong(root, Counts(test), unknown))];
    }

    // hwloc leaves out what the process may not use.
    private static bool IsRestricted(string root) => File.Exists(Path.Join(root, "proc/self/cpuset")) && File.ReadAllText(Path.Join(root, "proc/self/cpuset")).Trim() != "/";

    // hwloc has a node even where the kernel has none, and leaves out those of constructed trees that have neither memory nor processors.
    private static IEnumerable<(string Fact, string Expected)> Counts(JsonElement test) =>
        from item in Objects
        let count = test.GetProperty("object_counts").TryGetProperty(item.Object, out var found) ? found.GetInt32() : 0
        where count > 0 && (item.Object != "NUMANode" || (count > 1 && !test.GetProperty("constructed").GetBoolean()))
        select (item.Fact, count.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<(string Fact, string Expected)> OfSnapshot(JsonElement item)
    {
        var objects = item.GetProperty("lstopo_2.9.0");
        yield return ("memory.total", (item.GetProperty("MemTotal_kB").GetInt64() * 1024).ToString(CultureInfo.InvariantCulture));
        yield return ("cpu.online", item.GetProperty("cpuinfo_processors").ToString());
        foreach (var (name, fact) in Objects.Where(item => objects.TryGetProperty(item.Object, out _)))
        {
            yield return (fact, objects.GetProperty(name).ToString());
        }

        if (item.GetProperty("model_name").GetString() is { } model)
        {
            yield return ("cpu.model_name", model);
        }
    }
}
