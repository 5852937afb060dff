using System.Text;

namespace Policy.Tests.Cli;

public sealed class HostilePolicyTests
{
    /// <summary>Texts that were made to hurt a reader of YAML.</summary>
    public static TheoryData<string, string> Texts => new()
    {
        { "a list that holds itself as a key", "&a [*a] : 1" },
        { "an alias bomb", Bomb() },
        { "100,000 levels of brackets", "policy: " + new string('[', 100_000) },
        { "100,000 levels of braces", string.Concat(Enumerable.Repeat("{a: ", 100_000)) },
        { "100,000 levels of lists", string.Concat(Enumerable.Repeat("- ", 100_000)) },
        { "a scalar of 50 MB", "policy: " + new string('x', 50_000_000) },
        { "a key of 50 MB", new string('x', 50_000_000) + ": a" },
        { "a file of 70 MB", new string('\n', 70_000_000) },
        { "NUL", "policy: a\0b" },
        { "an escape sequence", "policy: \e[31mred" },
        { "text that changes direction", "policy: \u202eabc" },
        { "nothing", string.Empty },
        { "a tag of a type", "policy: !!python/object/apply:os.system [id]" },
        { "an unfinished text", "policy: \"abc" },
        { "400,000 unknown keys", string.Concat(Enumerable.Range(0, 400_000).Select(number => $"k{number}: 1\n")) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_hostile_text_ends_with_65_and_a_complaint(string name, string text)
    {
        using var folder = new ToolFolder();
        folder.Write("hostile.yaml", text);

        var run = folder.Run("check", "hostile.yaml", "--facts", "pass.json");

        Assert.True(run.ExitCode == 65, $"{name}: {run}");
        Assert.Contains("hostile.yaml", run.Error, StringComparison.Ordinal);
        Assert.True(run.Error.Length < 1_000_000, name);
    }

    [Theory]
    [InlineData(new byte[] { 0x70, 0x3A, 0x20, 0xFF, 0xFE, 0x0A })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x70, 0x00, 0x3A, 0x00 })]
    [InlineData(new byte[] { 0x70, 0x3A, 0x20, 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0x70, 0x3A, 0x20, 0xC0, 0xAF })]
    public void Bytes_that_are_no_text_end_with_65(byte[] content)
    {
        using var folder = new ToolFolder();
        folder.Write("hostile.yaml", content);

        var run = folder.Run("lint", "hostile.yaml");

        Assert.Equal(65, run.ExitCode);
        Assert.Contains("POL1001", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_the_name_of_a_policy_ends_with_66()
    {
        using var folder = new ToolFolder();
        Directory.CreateDirectory(folder.File("hostile.yaml"));

        var run = folder.Run("check", "hostile.yaml", "--facts", "pass.json");

        Assert.Equal(66, run.ExitCode);
    }

    [Fact]
    public void A_device_without_content_ends_with_65()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("lint", "/dev/null");

        Assert.Equal(65, run.ExitCode);
    }

    [Fact]
    public void A_device_without_end_ends_with_65()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("lint", "/dev/zero");

        Assert.Equal(65, run.ExitCode);
        Assert.Contains("/dev/zero:1:1: error POL1010: larger than", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_with_a_name_is_read_to_its_end()
    {
        using var folder = new ToolFolder();

        var run = folder.Shell("mkfifo pipe && { cat rack.yaml > pipe & } && \"$0\" lint pipe");

        Assert.Equal((0, "0 errors, 0 warnings in 1 file, 2 rules read\n"), (run.ExitCode, run.Output));
    }

    private static string Bomb()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x]\n");
        for (var level = 1; level < 30; level++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        }

        return text.ToString();
    }
}
