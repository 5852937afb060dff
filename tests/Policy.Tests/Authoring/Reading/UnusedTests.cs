namespace Policy.Tests.Authoring.Reading;

public sealed class UnusedTests
{
    [Theory]
    [InlineData("parameters: { least: { type: number, default: 1 } }", "p:4:15: POL4001: the parameter `least` is never used")]
    [InlineData("define: { debian: { os.id: debian } }", "p:4:11: POL4002: the definition `debian` is never used")]
    public void What_nobody_names_is_a_warning(string line, string complaint)
    {
        var loaded = AuthoredText.Load($"{AuthoredText.Head}{line}\n{AuthoredText.Rule}");

        Assert.Equal(complaint, Assert.Single(loaded.Diagnostics).ToString());
        Assert.False(loaded.HasErrors);
    }

    [Fact]
    public void What_a_remedy_or_another_definition_names_is_used()
    {
        var text = $$"""
            {{AuthoredText.Head}}parameters: { least: { type: number, default: 1 } }
            define: { few: { cpu.logical: { at_most: { parameter: least } } }, debian: { os.id: debian, use: few } }
            rules: [{ id: r, title: t, severity: low, require: { os.id: debian }, fix: { when: { use: debian }, text: t } }]
            """;

        Assert.Empty(AuthoredText.Load(text).Diagnostics);
    }
}
