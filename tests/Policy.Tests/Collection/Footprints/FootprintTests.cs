using Policy.Collection;
using Policy.Collection.Doors.Recordings;
using Policy.Collection.Footprints;

namespace Policy.Tests.Collection.Footprints;

/// <summary>The plan is true: no source asks for anything that the catalogue does not name.</summary>
public sealed class FootprintTests
{
    private static readonly Dictionary<string, string> Calls = new(StringComparer.Ordinal)
    {
        [Questions.Cpuid] = "cpuid",
        [Questions.Variable] = "environment",
        [Questions.User] = "getgroups(2)",
        [Questions.System] = "uname(2)",
    };

    // What the live host is asked in another way than by the command whose output a capture holds.
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["uname -m"] = "uname(2)",
        ["uname -r"] = "uname(2)",
        ["dmesg"] = "syslog(2)",
    };

    public static TheoryData<string> Sources => [.. FactSources.Everything.Select(source => source.Name)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_source_asks_the_live_host_only_for_what_the_catalogue_names(string name) => Check(Undeclared(name, HostRoot.Live));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_source_asks_a_captured_host_only_for_what_the_catalogue_names(string name)
    {
        Check(Roots().SelectMany(root => Undeclared(name, HostRoot.OfFolder(root))));
    }

    [Fact]
    public void No_source_names_a_whole_top_folder() => Assert.DoesNotContain(
        FactSources.Catalogue.Facts.SelectMany(fact => Footprint.Of(fact, null, new HostOptions())),
        touch => touch.Kind == TouchKind.File && !touch.Name.Contains('/', StringComparison.Ordinal) && !touch.Name.StartsWith('.') && touch.Name is not ("*" or "snap" or "bin" or "sbin"));

    [Theory]
    [InlineData("proc/cpuinfo", TouchKind.File)]
    [InlineData("dev/kvm", TouchKind.Device)]
    [InlineData("run/docker.sock", TouchKind.Socket)]
    [InlineData("docker --version", TouchKind.Command)]
    [InlineData("uname(2)", TouchKind.Call)]
    public void The_text_of_a_source_says_what_kind_of_touch_it_is(string source, TouchKind kind) => Assert.Equal(new Touch(kind, source), Touch.Of(source));

    [Fact]
    public void A_wanted_key_stands_in_the_place_of_all_keys()
    {
        var file = FactSources.Catalogue.Facts.Single(fact => fact.Path.Root == "file");
        Assert.Equal(["etc/passwd"], Footprint.Of(file, "/etc/passwd", new HostOptions()).Select(touch => touch.Name));
    }

    [Theory]
    [InlineData("sys/devices/system/cpu", "sys/devices/system/cpu/cpu0/topology", true)]
    [InlineData("proc/*/comm", "proc/1/comm", true)]
    [InlineData("proc/*/comm", "proc/1/environ", false)]
    [InlineData("etc/docker/daemon.json", "etc/docker", false)]
    [InlineData("proc/*/comm", "proc", true)]
    [InlineData("proc/*/comm", "etc", false)]
    [InlineData("boot/config-*", "boot/config-6.1", true)]
    public void A_touch_covers_what_is_below_it(string name, string path, bool covers) => Assert.Equal(covers, new Touch(TouchKind.File, name).Covers(path));

    private static void Check(IEnumerable<string> undeclared)
    {
        var all = undeclared.Distinct().ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    private static IEnumerable<string> Roots() =>
        new[] { "virt-what", "seed", "hosts" }.Select(Captures.Folder).OfType<string>().SelectMany(Directory.GetDirectories).Order(StringComparer.Ordinal).Take(40);

    private static IEnumerable<string> Undeclared(string name, HostRoot root)
    {
        var source = FactSources.Everything.Single(item => item.Name == name);
        var recording = new HostRecording();
        var demand = Demand.Of(source.Facts.Select(fact => fact.Path));
        _ = source.Read(new Host(root.Recorded(recording), new HostOptions()), demand).ToArray();
        var touches = source.Facts.SelectMany(fact => Footprint.Of(fact, null, new HostOptions())).Distinct().ToArray();
        return recording.Journal.Asked.Where(asked => !IsDeclared(asked.Question, asked.Subject, touches)).Select(asked => $"{asked.Question} {asked.Subject}");
    }

    private static bool IsDeclared(string question, string subject, Touch[] touches) => question switch
    {
        _ when Calls.TryGetValue(question, out var call) => touches.Any(touch => touch.Name == call),
        Questions.Command => touches.Any(touch => touch.Name == Instead.GetValueOrDefault(subject, subject)) || !HostCommand.Everything.Any(command => command.ToString() == subject),
        Questions.Space => touches.Any(touch => touch.Name == "statfs(2)"),
        Questions.Kvm => touches.Any(touch => touch.Covers("dev/kvm")),
        Questions.Attribute => touches.Any(touch => touch.Covers(subject[..subject.LastIndexOf(' ')])),
        _ => subject.StartsWith(".policy/", StringComparison.Ordinal) || touches.Any(touch => touch.Covers(subject)),
    };
}
