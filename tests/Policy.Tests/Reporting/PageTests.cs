using Policy.Core.Evaluation;
using Policy.Core.Prose;
using Policy.Core.Rules;
using Policy.Reporting;
using Policy.Reporting.Results;
using Policy.Tests.LanguageServer;

namespace Policy.Tests.Reporting;

/// <summary>The pages as validators and browsers see them.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Tags => [.. Language.Everything.Select(language => language.Tag)];

    [Fact]
    public void Html_validate_has_no_complaint()
    {
        if (NodePackages.Folder is { } node)
        {
            using var files = new TemporaryFolder();

            Assert.Equal("", NodePackages.Run(node, "validate-html.mjs", Pages(files, Language.English)));
        }
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Axe_and_Chromium_have_no_complaint_light_and_dark_wide_and_narrow(string tag)
    {
        if (Browser.Find() is { } browser)
        {
            using var files = new TemporaryFolder();

            Assert.Equal("", Browser.Browse(browser, Pages(files, Language.Find(tag)!)));
        }
    }

    [Fact]
    public void A_page_runs_only_the_script_and_the_style_that_its_policy_names()
    {
        var page = Documents.Html(Render.Text(Reports.Html(ReportSnapshotTests.Sample())));
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src '{Digest(page.QuerySelector("style")!.TextContent)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src '{Digest(page.QuerySelector("script")!.TextContent)}'", policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[style], [src], link, img"));
    }

    private static string Digest(string text) => $"sha256-{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))}";

    private static string[] Pages(TemporaryFolder files, Language language)
    {
        var good = Made.Host("pve02", [], Made.Policy("kvm-host", Made.Rule("kvm-works", Verdict.Pass)));
        var bad = Made.Host("pve03", [], Made.Policy("kvm-host", Made.Rule("kvm-works", Verdict.Fail, RuleSeverity.Critical)));
        var one = ReportSnapshotTests.Sample() with { Language = language };
        var fleet = Made.Run(one.Hosts[0], good, bad, new UnreadableHost("fleet.ndjson:3", "line 3, column 7: `}` expected")) with { Language = language };
        return
        [
            files.Write("one.html", Render.Text(Reports.Html(one))),
            files.Write("fleet.html", Render.Text(Reports.Html(fleet))),
            files.Write("hostile.html", Render.Text(Reports.Html(Hostile.Fleet(["<b>\"'&", "a|b", "長い文字列"]) with { Language = language }))),
        ];
    }
}
