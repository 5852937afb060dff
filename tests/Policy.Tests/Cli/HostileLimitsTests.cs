using System.Text.RegularExpressions;

namespace Policy.Tests.Cli;

/// <summary>Hostile documents before the real tool, which may use 20 s of CPU and a heap of 256 MiB.</summary>
public sealed partial class HostileLimitsTests
{
    private const string Limits = "ulimit -t 20; DOTNET_GCHeapHardLimit=0x10000000 \"$0\" lint hostile.yaml";
    private const string Head = "policy: a\nversion: 1.0.0\ntitle: t\n";
    private const string Rules = "rules: [{ id: r, title: t, severity: low, require: { os.id: a } }]\n";

    /// <summary>Texts that are not YAML.</summary>
    public static TheoryData<string, string> Syntax => new()
    {
        { "an open quote", "policy: \"abc\n" },
        { "an open single quote", "policy: 'abc\nversion: 1\n" },
        { "an open list", "policy: [a, b\n" },
        { "an open mapping", "policy: {a: b\n" },
        { "a closing bracket", "policy: ]\n" },
        { "two colons", "policy: a: b\n" },
        { "a tab before a key", "policy:\n\ta: b\n" },
        { "a tab in a list", "a:\n  - b\n\t- c\n" },
        { "a list behind text", "policy: a\n- b\n" },
        { "a key behind a list", "- a\nb: c\n" },
        { "a key further in", "policy: a\n   version: b\n" },
        { "a reserved sign", "policy: @a\n" },
        { "a backtick", "policy: `a`\n" },
        { "an unknown escape", "policy: \"\\q\"\n" },
        { "half an escape", "policy: \"\\u12\"\n" },
        { "a wrong directive", "%YAML 3.0\n---\npolicy: a\n" },
        { "text behind a quote", "policy: \"a\" b\n" },
        { "text behind a list", "policy: [a] b\n" },
        { "a comma alone", "policy: [,]\n" },
        { "a block that is not indented", "policy: |5x\n a\n" },
        { "half of a pair", "policy: \"\\uD800\"\n" },
    };

    /// <summary>YAML that the language leaves out, with the code that says so.</summary>
    public static TheoryData<string, string, string> LeftOut => new()
    {
        { "an anchor", "policy: &a b\n", "POL1003" },
        { "an alias", "policy: *a\n", "POL1004" },
        { "an alias as a key", "? &a [*a]\n: 1\n", "POL100[349]" },
        { "a list that is its own key", "&a [*a] : 1", "POL100[349]" },
        { "a tag", "policy: !!str a\n", "POL1005" },
        { "a type", "policy: !System.IO.FileInfo a\n", "POL1005" },
        { "a merge key", "<<: { a: b }\n", "POL1006" },
        { "a second document", "policy: a\n---\npolicy: b\n", "POL1007" },
        { "a key twice", "policy: a\npolicy: b\n", "POL1008" },
        { "a list as a key", "? [a]\n: b\n", "POL1009" },
        { "an alias bomb", Levels(30, level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n"), "POL100[34]" },
        { "a merge bomb", Levels(30, level => $"a{level}: &a{level}\n  <<: [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n"), "POL100[346]" },
        { "a million anchors", Repeat("- &a 1\n", 1_000_000), "POL1003" },
    };

    /// <summary>What one level of nesting looks like.</summary>
    public static TheoryData<string, int> Depths
    {
        get
        {
            string[] shapes = ["[", "{a: ", "- ", "? ", "[{a: ", "- a: ", "{? ", "{not: "];
            var depths = new TheoryData<string, int>();
            foreach (var shape in shapes)
            {
                depths.Add(shape, 100);
                depths.Add(shape, 1_000_000);
            }

            return depths;
        }
    }

    /// <summary>Sound YAML that asks for too much, or hides it.</summary>
    public static TheoryData<string, string, string> Bombs => new()
    {
        { "a scalar of 2 MB", $"{Head}summary: {Repeat("x", 2_000_000)}\n{Rules}", "POL1010" },
        { "a file of more than 64 MiB", Head + Repeat("# x\n", 17_000_000), "POL1010" },
        { "three million nodes", $"{Head}tags: [{Repeat("a,", 3_000_000)}]\n{Rules}", "POL1010" },
        { "a number of a million digits", $"{Head}applies: {{ cpu.logical: {{ at_least: {Repeat("9", 1_000_000)} }} }}\n{Rules}", "POL2005" },
        { "a number with an exponent", $"{Head}applies: {{ cpu.logical: {{ at_least: 1e999999999 }} }}\n{Rules}", "POL2005" },
        { "a large automaton", Pattern("(a{1,100}){1,100}"), "POL2007" },
        { "a larger automaton", Pattern("((((a{1,99}){1,99}){1,99}){1,99}){1,99}"), "POL2007" },
        { "a look-ahead", Pattern("(?=a)b"), "POL2007" },
        { "a back-reference", Pattern("(a)\\1"), "POL2007" },
        { "an atomic group", Pattern("(?>a+)b"), "POL2007" },
        { "a condition in a pattern", Pattern("(?(a)b|c)"), "POL2007" },
        { "a long pattern", Pattern(Repeat("a?", 1_000)), "POL2007" },
        { "an open group", Pattern("(a"), "POL2007" },
        { "10,000 unknown facts", $"{Head}applies:\n  any:\n{Repeat("    - { memory.totl.of.nobody: 1 }\n", 10_000)}{Rules}", "POL2002" },
        { "400,000 unknown keys", Head + string.Concat(Enumerable.Range(0, 400_000).Select(number => $"k{number}: 1\n")) + Rules, "POL1101" },
        { "a circle of 20,000 needs", $"{Head}rules:\n{string.Concat(Enumerable.Range(0, 20_000).Select(number => $"  - {{ id: r{number}, title: t, severity: low, require: {{ os.id: a }}, needs: [r{(number + 1) % 20_000}] }}\n"))}", "POL2013" },
        { "hidden sentences", $"{Head}summary: a{Repeat("\U000E0041", 200_000)}\n{Rules}", "POL1011" },
    };

    [Theory]
    [MemberData(nameof(Syntax))]
    public void What_is_not_YAML_is_refused_at_its_place(string name, string text) => Refused(name, text, "POL10(02|11)");

    [Theory]
    [MemberData(nameof(LeftOut))]
    public void What_the_language_leaves_out_is_refused_by_its_name(string name, string text, string code) => Refused(name, text, code);

    [Theory]
    [MemberData(nameof(Depths))]
    public void Any_depth_is_refused_at_its_place(string shape, int levels) => Refused(shape, Repeat(shape, levels), "POL10(02|09|10)");

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_at_its_place(string name, string text, string code) => Refused(name, text, code);

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(a|a?)+$")]
    [InlineData("(.*a){20}$")]
    [InlineData("([a-zA-Z]+)*$")]
    public void A_pattern_that_hurts_other_engines_judges_a_long_text_soon(string pattern)
    {
        using var folder = new ToolFolder();
        folder.Write("hostile.yaml", Pattern(pattern));
        folder.Write("long.json", $$"""{ "format": 1, "host": "h", "facts": { "os": { "id": "{{Repeat("a", 20_000)}}!" } } }""");

        var run = folder.Shell(Limits.Replace("lint hostile.yaml", "check hostile.yaml --facts long.json --format json", StringComparison.Ordinal));

        Assert.True(run.ExitCode is 1, $"{pattern}: {run.Error}");
    }

    private static void Refused(string name, string text, string code)
    {
        using var folder = new ToolFolder();
        folder.Write("hostile.yaml", text);

        var run = folder.Shell(Limits);

        Assert.True(run.ExitCode == 65, $"{name}: {run.ExitCode} {run.Error[..Math.Min(run.Error.Length, 500)]}");
        Assert.Matches($@"(?m)^(policy: )?hostile\.yaml:[0-9]+:[0-9]+: error {code}: ", run.Error);
        Assert.DoesNotMatch(Leak(), run.Error);
        Assert.InRange(run.Error.Length, 1, 4_000_000);
    }

    private static string Pattern(string pattern) => $"{Head}applies: {{ not: {{ os.id: {{ matches: '{pattern}' }} }} }}\n{Rules}";

    private static string Levels(int count, Func<int, string> line) => "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, count).Select(line));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    [GeneratedRegex(@"Exception|YamlDotNet|\bSystem\.(?!IO\.FileInfo)|Newtonsoft|NJsonSchema")]
    private static partial Regex Leak();
}
