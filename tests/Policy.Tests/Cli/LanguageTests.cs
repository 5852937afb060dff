using System.Text.Json;

namespace Policy.Tests.Cli;

/// <summary>In which language the tool speaks.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("LC_ALL=zh_TW.UTF-8 LANG=en_US.UTF-8", "不合規")]
    [InlineData("LC_ALL= LC_MESSAGES=zh_CN.UTF-8 LANG=en_US.UTF-8", "不合规")]
    [InlineData("LC_ALL= LC_MESSAGES= LANG=zh_HK", "不合規")]
    [InlineData("LC_ALL=C LANG=zh_TW.UTF-8", "NOT COMPLIANT")]
    [InlineData("LC_ALL=tlh_AA", "NOT COMPLIANT")]
    public void Readers_get_that_of_the_environment(string environment, string said)
    {
        using var folder = new ToolFolder();

        var run = folder.Shell($"{environment} \"$0\" check rack.yaml --facts fail.json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_get_English_unless_another_is_asked_for()
    {
        using var folder = new ToolFolder();

        var machine = folder.Shell("LC_ALL=zh_TW.UTF-8 \"$0\" check rack.yaml --facts fail.json --format json");
        var asked = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--format", "json", "--lang", "zh-Hans");

        Assert.Equal(("en", "zh-Hans"), (LanguageOf(machine), LanguageOf(asked)));
        Assert.Contains("site.rack is a", machine.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("site.rack is a", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_spoken_is_a_usage_error_that_names_the_others()
    {
        using var folder = new ToolFolder();

        var run = folder.Run("check", "rack.yaml", "--facts", "fail.json", "--lang", "tlh");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("en, zh-Hant, zh-Hans", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_that_carries_translations_is_told_in_them()
    {
        using var folder = new ToolFolder();
        folder.Write("rack.yaml", File.ReadAllText(folder.File("rack.yaml")).Replace("title: It stands in rack a", "title: { en: It stands in rack a, zh-Hant: 它在甲架 }", StringComparison.Ordinal));

        Assert.Contains("它在甲架", folder.Run("check", "rack.yaml", "--facts", "fail.json", "--lang", "zh-TW").Output, StringComparison.Ordinal);
        Assert.Contains("It stands in rack a", folder.Run("check", "rack.yaml", "--facts", "fail.json", "--lang", "en").Output, StringComparison.Ordinal);
    }

    private static string? LanguageOf(ToolRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("language").GetString();
}
