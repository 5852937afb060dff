using System.Text;
using System.Text.Json;

namespace Policy.Tests.Collection.Identity;

public class OsReleaseCaptureTests
{
    private static readonly (string Fact, string Name)[] Texts =
    [
        ("os.id", "ID"), ("os.version_id", "VERSION_ID"), ("os.name", "NAME"), ("os.pretty_name", "PRETTY_NAME"),
        ("os.version_codename", "VERSION_CODENAME"), ("os.variant_id", "VARIANT_ID"), ("os.image_id", "IMAGE_ID"),
    ];

    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["Debian"] = "debian",
        ["RedHat"] = "redhat",
        ["Suse"] = "suse",
        ["Archlinux"] = "arch",
        ["Alpine"] = "alpine",
        ["Gentoo"] = "gentoo",
        ["Slackware"] = "slackware",
        ["Altlinux"] = "altlinux",
        ["NixOS"] = "nixos",
    };

    [Fact]
    public void Every_file_is_read_as_python_reads_it()
    {
        if (Captures.Folder("os-release") is not { } folder)
        {
            return;
        }

        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "expected.json")));
        var wrong = expected.RootElement.EnumerateObject().SelectMany(file => Compare(Path.Join(folder, file.Name), file.Value));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_tree_of_a_distribution_is_recognised()
    {
        if (Captures.Folder("os-release") is not { } folder)
        {
            return;
        }

        var wrong = Directory.GetDirectories(Path.Join(folder, "python-distro")).SelectMany(CompareTree);

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_systems_that_ansible_knows_have_a_family()
    {
        if (Captures.Folder("ansible") is not { } folder)
        {
            return;
        }

        var wrong = Directory.GetFiles(Path.Join(folder, "distribution"), "*.json").SelectMany(CompareFamily);

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Compare(string file, JsonElement expected)
    {
        using var host = new ForgedHost().With("etc/os-release", File.ReadAllBytes(file));
        var answers = Texts.Select(text => (text.Fact, Want: Text(expected, text.Name), Got: Observed.Text(host.Look(text.Fact))));
        var like = Text(expected, "ID_LIKE") is var words and not "absent" ? $"[{words.Replace(" ", ", ", StringComparison.Ordinal)}]" : "absent";
        var all = answers.Append((Fact: "os.id_like", Want: like, Got: Observed.Text(host.Look("os.id_like"))));
        return [.. all.Where(item => item.Want != item.Got).Select(item => $"{file} {item}")];
    }

    private static string[] CompareTree(string tree)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Path.Join(tree, "expected.json")));
        var both = new[] { "os_release_only", "overall" }.Select(name => expected.RootElement.GetProperty(name)).ToArray();
        var hasFile = File.Exists(Path.Join(tree, "etc/os-release")) || File.Exists(Path.Join(tree, "usr/lib/os-release"));
        var want = hasFile ? both[0] : both[1];
        var note = expected.RootElement.GetProperty("note").GetString();
        if (want.ValueKind != JsonValueKind.Object || (!hasFile && note is not null))
        {
            return [];
        }

        return
        [
            .. new[] { ("os.id", "id"), ("os.version_id", "version"), ("os.name", "name") }
                .Select(pair => (pair.Item1, Want: Text(want, pair.Item2), Got: Observed.Text(Observed.Look(tree, pair.Item1))))
                .Where(item => item.Want != "absent" && item.Want != item.Got && !IsOfThatProject(item.Want, item.Got))
                .Select(item => $"{tree} {item}"),
        ];
    }

    // It renames openSUSE's editions, and takes a version from elsewhere where os-release has none.
    private static bool IsOfThatProject(string want, string got) =>
        want == "opensuse" ? got.StartsWith("opensuse-", StringComparison.Ordinal) : want.Contains("/sid", StringComparison.Ordinal);

    private static string[] CompareFamily(string file)
    {
        using var capture = JsonDocument.Parse(File.ReadAllBytes(file));
        var input = capture.RootElement.GetProperty("input");
        using var host = new ForgedHost().WithFolder("etc");
        foreach (var item in input.EnumerateObject().Where(item => item.Name.StartsWith('/')))
        {
            host.With(item.Name[1..], Encoding.UTF8.GetBytes(item.Value.GetString() ?? string.Empty));
        }

        var family = Observed.Text(host.Look("os.family"));
        var want = capture.RootElement.GetProperty("result").GetProperty("os_family").GetString() is "DragonFly" or "NetBSD" or "Solaris" ? "unknown" : "linux";
        var distribution = Observed.Text(host.Look("os.distribution_family"));
        var known = capture.RootElement.GetProperty("result").GetProperty("os_family").GetString() is { } name ? Families.GetValueOrDefault(name, distribution) : distribution;
        string[] wrong =
        [
            .. family.StartsWith("unknown", StringComparison.Ordinal) || family == want ? [] : new[] { $"{file}: {family}" },
            .. distribution.StartsWith("unknown", StringComparison.Ordinal) || distribution == known ? [] : new[] { $"{file}: {distribution}, not {known}" },
        ];
        return wrong;
    }

    private static string Text(JsonElement values, string name) =>
        values.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : "absent";
}
