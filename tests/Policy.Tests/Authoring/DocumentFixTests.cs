using Policy.Authoring;
using Policy.Core.Diagnostics;
using Policy.Tests.Authoring.Reading;

namespace Policy.Tests.Authoring;

public sealed class DocumentFixTests
{
    [Theory]
    [InlineData("{ cpu.flag: { contains: vmx } }", "{ cpu.flags: { contains: vmx } }")]
    [InlineData("{ 'cpu.flag': { contains: vmx } }", "{ 'cpu.flags': { contains: vmx } }")]
    [InlineData("{ \"cpu.flag\": { contains: vmx } }", "{ \"cpu.flags\": { contains: vmx } }")]
    [InlineData("{ packag(docker-ce).version: 1 }", "{ package(docker-ce).version: 1 }")]
    [InlineData("{ package(docker-ce).versoin: 1 }", "{ package(docker-ce).version: 1 }")]
    [InlineData("{ cpu.logical: { at_lest: 2 } }", "{ cpu.logical: { at_least: 2 } }")]
    [InlineData("{ cpu.logical: { between: [8, 2] } }", "{ cpu.logical: { between: [2, 8] } }")]
    [InlineData("{ memory.total: { between: ['8 GiB', 512 MiB] } }", "{ memory.total: { between: [512 MiB, '8 GiB'] } }")]
    [InlineData("{ memory.total: { at_least: 8 gib } }", "{ memory.total: { at_least: 8 GiB } }")]
    [InlineData("{ memory.total: { at_least: '8gb' } }", "{ memory.total: { at_least: '8 GB' } }")]
    [InlineData("{ network.interfaces: { some: { .speed: 10 gbit/s } } }", "{ network.interfaces: { some: { .speed: 10 Gbit/s } } }")]
    [InlineData("{ network.interfaces: { some: { .knid: a } } }", "{ network.interfaces: { some: { .kind: a } } }")]
    [InlineData("{ kvm.registered: yes }", "{ kvm.registered: true }")]
    [InlineData("{ host.kind: contaner }", "{ host.kind: container }")]
    [InlineData("{ cpu.flags: { none: vmx, empty: passs } }", "{ cpu.flags: { none: vmx, empty: pass } }")]
    public void What_has_one_right_answer_is_mended(string condition, string mended)
    {
        Assert.Equal(Policy(mended), Mended(Policy(condition)));
        Assert.Equal(Policy(mended), Mended(Policy(mended)));
    }

    [Theory]
    [InlineData("{ memory.total: { at_least: 8 } }")]
    [InlineData("{ memory.total: { at_least: 8 gigs } }")]
    [InlineData("{ cpu.xyz: { contains: vmx } }")]
    [InlineData("{ os.x: a }")]
    [InlineData("{ \"cpu\\u002eflag\": { contains: vmx } }")]
    [InlineData("{ cpu.flags: vmx }")]
    public void What_the_author_has_to_decide_stays(string condition)
    {
        Assert.NotEmpty(AuthoredText.Load(Policy(condition)).Diagnostics);
        Assert.Equal(Policy(condition), Mended(Policy(condition)));
    }

    [Fact]
    public void A_percentage_has_only_one_unit()
    {
        var text = $"{AuthoredText.Head}facts: {{ site.load: {{ type: percent, describe: Load }} }}\napplies: {{ site.load: {{ at_most: 80 }} }}\n{AuthoredText.Rule}";

        Assert.Equal(text.Replace("80", "80%", StringComparison.Ordinal), Mended(text));
    }

    [Fact]
    public void Words_and_keys_of_the_structure_are_mended_and_line_ends_stay()
    {
        var text = $"{AuthoredText.Head}ruls: [{{ id: r, titel: t, severity: hihg, require: {{ os.id: debian }} }}]".Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.Equal(text.Replace("ruls", "rules", StringComparison.Ordinal), Mended(text));
        Assert.Equal(
            text.Replace("ruls", "rules", StringComparison.Ordinal).Replace("titel", "title", StringComparison.Ordinal).Replace("hihg", "high", StringComparison.Ordinal),
            Mended(Mended(text)));
    }

    [Fact]
    public void Of_changes_that_overlap_the_first_is_made()
    {
        var source = new SourceText("p", "abc\ndef");

        var text = DocumentFix.Apply(source, [new TextEdit(new SourceSpan("p", 2, 2, 2), "x"), new TextEdit(new SourceSpan("p", 2, 1, 2), "yy"), new TextEdit(new SourceSpan("p", 1, 1, 1), "")]);

        Assert.Equal("bc\nyyf", text);
    }

    private static string Policy(string condition) => $"{AuthoredText.Head}applies: {condition}\n{AuthoredText.Rule}";

    private static string Mended(string text)
    {
        var source = new SourceText("p", text);
        return DocumentFix.Apply(source, AuthoredText.Load(text).Diagnostics.SelectMany(item => DocumentFix.Edits(source, item)));
    }
}
