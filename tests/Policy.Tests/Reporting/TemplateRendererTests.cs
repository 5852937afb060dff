using System.Diagnostics;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Reporting;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;

namespace Policy.Tests.Reporting;

public sealed class TemplateRendererTests
{
    private static readonly RunResults Run = Made.Run(Made.Host("a<b", [], Made.Policy("p", Made.Rule("r", Verdict.Pass))));

    [Theory]
    [InlineData("a\n  {{ if }}", 2, 9)]
    [InlineData("{{ for x in }}", 1, 13)]
    [InlineData("\n\n{{ nothing }}", 3, 4)]
    [InlineData("{{ report.nothing }}", 1, 11)]
    [InlineData("{{ hosts[7] }}", 1, 10)]
    [InlineData("x {{ 1e99999 }}", 1, 6)]
    [InlineData("{{ include 'report.html' }}", 1, 4)]
    [InlineData("{{ date.now }}", 1, 4)]
    [InlineData("{{ object.eval '1' }}", 1, 4)]
    [InlineData("{{ math.random 1 2 }}", 1, 9)]
    [InlineData("{{ math.uuid }}", 1, 9)]
    [InlineData("{{ 'a' | regex.match 'a' }}", 1, 10)]
    public void A_wrong_template_is_a_complaint_with_line_and_column(string template, int line, int column)
    {
        var complaint = Render.Complaint(template);

        Assert.Equal((DiagnosticCodes.Template, "test.html", line, column), (complaint.Code, complaint.Span.File, complaint.Span.Line, complaint.Span.Column));
    }

    [Theory]
    [InlineData("{{ while true }}{{ end }}")]
    [InlineData("{{ (1..2000000000) | array.size }}")]
    [InlineData("{{ for i in 1..6000000 }}{{ end }}")]
    [InlineData("{{ x = 'aaaaaaaaaaaaaaaa'; for i in 1..40; x = x + x; end }}")]
    [InlineData("{{ capture x }}aaaaaaaaaaaaaaaa{{ end; for i in 1..40; capture x; x; x; end; end }}")]
    [InlineData("{{ x = [1]; for i in 1..40; x = x + x; end; x.size }}")]
    [InlineData("{{ 'a' | string.pad_left 2000000000 }}")]
    [InlineData("{{ 'a' * 2000000000 }}")]
    [InlineData("{{ x = 3; for i in 1..19; x = x * x; end; x }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ 2.5 | math.format 'F999999999' }}")]
    [InlineData("{{ 2.5 | math.format 'F2' 'xx-nowhere-??' }}")]
    [InlineData("{{ for i in 1..40000 }}{{ for j in 1..100 }}aaaaaaaaaaaaaaaaaaaaaaaaa{{ end }}{{ end }}")]
    [InlineData("{{ $\"{1e9999999}\" }}")]
    [InlineData("{{ if false; 1e-9999999; end }}")]
    public void A_hostile_template_ends_soon_with_a_complaint(string template)
    {
        var clock = Stopwatch.StartNew();

        var complaint = Render.Complaint(template);

        Assert.Equal(DiagnosticCodes.Template, complaint.Code);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_large_document_is_whole()
    {
        var text = Render.Text(Run, "{{ capture x }}{{ for i in 1..150000 }}0123456789{{ end }}{{ end }}{{ x }}{{ func f; x; end; f }}.");

        Assert.Equal(3_000_001, text.Length);
        Assert.EndsWith("9.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_literal_in_literal_text_is_no_number()
    {
        Assert.Equal("1e9999999", Render.Text(Run, "1e9999999"));
    }

    [Theory]
    [InlineData(TemplateKind.Html, "a&lt;b")]
    [InlineData(TemplateKind.Markdown, "a&lt;b")]
    [InlineData(TemplateKind.Text, "a<b")]
    public void Values_are_escaped_by_the_kind_of_the_template_and_literal_text_is_not(TemplateKind kind, string expected)
    {
        var rendering = Reports.Custom(Run, "t", "<b>{{ hosts[0].host }}</b>", kind);

        Assert.Equal($"<b>{expected}</b>", Render.Text(rendering));
    }

    [Theory]
    [InlineData("{{ hosts[0].host | html.escape }}", "a&lt;b")]
    [InlineData("{{ x = hosts[0].host | html.escape; x }}", "a&lt;b")]
    [InlineData("{{ hosts[0].host | html.escape | string.upcase }}", "A&amp;LT;B")]
    [InlineData("{{ func f(x) }}<i>{{ x }}</i>{{ end }}{{ f hosts[0].host }}", "<i>a&lt;b</i>")]
    [InlineData("{{ capture x }}{{ hosts[0].host }}{{ end }}{{ x }}", "a&amp;lt;b")]
    [InlineData("{{ [hosts[0].host] }}", "[&quot;a&lt;b&quot;]")]
    [InlineData("{{ 'javascript:alert(1)' | address }} {{ 'https://x.example/?a=1&b' | address }}", "# https://x.example/?a=1&amp;b")]
    [InlineData("{{ null }}{{ 0.5 }} {{ true }} {{ hosts[0].policies[0].score }}", "0.5 true 1")]
    public void Nothing_escapes_the_escaping(string template, string expected)
    {
        Assert.Equal(expected, Render.Text(Reports.Custom(Run, "t.html", template, TemplateKind.Html)));
    }

    [Theory]
    [InlineData("a.html", TemplateKind.Html)]
    [InlineData("A.HTM", TemplateKind.Html)]
    [InlineData("x/a.md", TemplateKind.Markdown)]
    [InlineData("a.csv", TemplateKind.Text)]
    [InlineData("a", TemplateKind.Text)]
    public void The_ending_of_a_template_tells_its_kind(string file, TemplateKind kind)
    {
        Assert.Equal(kind, TemplateSource.KindOf(file));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{ \"format\": 2, \"hosts\": [] }")]
    [InlineData("{ \"format\": 1, \"format\": 1, \"hosts\": [] }")]
    [InlineData("{ \"format\": 1, \"hosts\": [ { \"host\": \"\\ud800\" } ] }")]
    public void Saved_results_that_cannot_be_read_are_a_complaint(string json)
    {
        var rendering = Assert.IsType<NotRendered>(Reports.Html(System.Text.Encoding.UTF8.GetBytes(json)));

        Assert.Equal(DiagnosticCodes.Results, rendering.Diagnostics[0].Code);
    }

    [Theory]
    [InlineData("{ \"format\": 1, \"hosts\": [] }")]
    [InlineData("{ \"format\": 1, \"hosts\": [ 1, {}, { \"host\": 7, \"policies\": [ {}, { \"rules\": [ {}, 1, { \"evidence\": 3 } ] } ] } ] }")]
    public void Saved_results_that_lack_members_still_give_a_document(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);

        Assert.EndsWith("</html>\n", Render.Text(Reports.Html(bytes)), StringComparison.Ordinal);
        Assert.Contains("---", Render.Text(Reports.Markdown(bytes)), StringComparison.Ordinal);
    }
}
