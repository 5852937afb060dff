using Policy.Core.Compliance;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Reporting.Results;

namespace Policy.Tests.Reporting;

/// <summary>A run in which one text stands in every place that a host or an author can write.</summary>
internal static class Hostile
{
    private static readonly string[] Around =
    [
        "{}x", "\"{}\"", "'{}'", ">{}<", "\"><{}", "`{}`", "\n{}", "x\n\n{}\n\nx", "|{}|", "\\{}", "&{};", "<!--{}-->", "<![CDATA[{}]]>", "{{{}}}", "${{}}", "[{}]({})",
        "={}", "+{}", "@{}", "\t={}", "\u001b]0;{}\u0007", "\u202E{}\u202C", "</script>{}", "</p>{}<p>", "```{}```", "{} # SKIP", "{}\r", "<a href=\"{}\">", "# {}",
    ];

    private static readonly string[] Elements = ["img src=x", "svg", "body", "input autofocus", "video", "audio src=x", "details open", "marquee", "iframe", "object", "select autofocus", "style", "math", "table", "form", "link", "meta", "base"];

    private static readonly string[] Handlers = ["onerror", "onload", "onfocus", "onclick", "onmouseover", "ontoggle", "onstart", "onbegin", "onpageshow", "onpointerenter", "onanimationend", "href"];

    /// <summary>Texts that try to become something else.</summary>
    public static TheoryData<string> Texts { get; } =
    [
        "<script>alert(1)</script>", "</style><style>*{display:none}", "</title></head><body onload=x>", "--><!--", "]]>", "<!doctype html>",
        "</details></table></ul></article>", "\" onmouseover=\"x", "' onmouseover='x", "javascript:alert(1)", "data:text/html,<b>",
        "&lt;b&gt; &amp; &#60;", "{{ engine }} {% x %}", "${x} #{x} %s", "a|b|c", "| --- | --- |", "`", "``", "```sh", "~~~", "`a``b```c",
        "`` ` ``|x", "\\", "\\`x\\`", "*a* _b_ **c** ~~d~~", "[a](https://evil.example)", "![a](https://evil.example/x.png)",
        "[a]: https://evil.example", "[^1]", "<https://evil.example>", "https://evil.example/x", "www.evil.example", "me@evil.example",
        "ftp://evil.example", "mailto:a@b.example", "@root", "hello @org/team", "#12", "GH-12", "Fixes #12", "org/repo#12", "!34", "~bug",
        "%milestone", "&42", "$7", "ABC-123", "0123abcdef0123abcdef0123abcdef0123abcdef", ":tada:", "$x$", "$`x`$", "/close", "# heading", "## x",
        "- item", "+ item", "* item", "1. item", "12) item", "> quote", "> [!CAUTION]", "---", "===", ": x", "- [ ] task", "[TOC]",
        "::include{file=x}", "<!-- x", "a\nb", "a\n\n# b", "a\r\n| x | y |\r\n|---|---|", "a\n```\nb", "\n\n    code", "\ttab", "a  \nb",
        "line\u2028sep\u2029", "\u001b[31mred\u001b]8;;https://evil.example\u0007", "nul\0nul", "\u202Eevil\u2066x\u2069", "zero\u200Bwidth\uFEFF",
        "\u0085\u009B31m", "\uFFFE\uE000", "tag\U000E0041", "half \uD800 pair", "\uDC00", "e\u0301\u0327 \u4E2D\u6587 \uD83D\uDE00", "<details>",
        "</summary>", "<img src=x onerror=y>", "<svg/onload=x>", "<a href=x>", "<br>", "xy<z", "null", "true", "0", "'", "\"", " lead and trail ",
    ];

    /// <summary>Thousands of them: each in surroundings that could give it a meaning, elements with handlers, and every kind of character.</summary>
    public static IReadOnlyList<string> Many { get; } = [.. ((IEnumerable<object[]>)Texts).SelectMany(row => Around.Select(around => around.Replace("{}", (string)row[0], StringComparison.Ordinal)))
        .Concat(Elements.SelectMany(element => Handlers.Select(handler => $"<{element} {handler}=alert(1)>")))
        .Concat(Enumerable.Range(0, 0x200).Select(code => (char)(code * 0x7F)).Where(character => !char.IsSurrogate(character)).Select(character => $"a{character}b"))
        .Distinct()];

    /// <summary>The run; every rule has everything that a rule can have.</summary>
    public static RunResults Run(string text)
    {
        var policy = new PolicyFindings(
            new PolicyDocument(About(text), [], [], [], null, []),
            null,
            Verdict.Fail,
            new Score(1, 2, 1, 2, 6),
            [.. Enum.GetValues<Verdict>().Select(verdict => Finding(text, verdict))]);
        var profile = new ProfileFindings(new ProfileDocument(About(text), []), Verdict.Fail, [0]);
        var host = new HostFindings(new FactOrigin(text, Made.Then, text), text, [profile], [policy]);
        var judged = new JudgedHost(host) { Advice = Advice(text, policy.Findings[0].Rule), Supposed = [text, text] };
        return new RunResults(text, Made.Then, [judged, judged, new UnreadableHost(text, text)]);
    }

    /// <summary>The same run with one host, which documents show in another way.</summary>
    public static RunResults Alone(string text) => Run(text) with { Hosts = [Run(text).Hosts[0]] };

    /// <summary>A run with a host for each text, in which the text stands everywhere.</summary>
    public static RunResults Fleet(IEnumerable<string> texts) => new("policy", Made.Then, [.. texts.Select(text => Run(text).Hosts[0])]);

    private static HostAdvice Advice(string text, Rule rule)
    {
        var fact = new FactReference(new FactDescription(new FactPath(["t"], "*", []), new StringType(), text), text, [], new StringType());
        var repaired = new RepairedRule(text, rule, new Remedy(null, RemedyEffort.Software, new ReaderText(text), [text]));
        var change = new FactStep(fact, new Absent(), new Present(new StringValue(text)), RemedyEffort.Software);
        var step = new ComplianceStep(RemedyEffort.Software, [change, change], [repaired, repaired], [[change]]) { Follows = [change] };
        return new HostAdvice(new ComplianceWay([step, step], [new BeyondRepair(repaired, BeyondReason.NoValue)]), [new MissingFact(fact, new Unknown(UnknownCause.Denied, text), [text, text])], text);
    }

    private static Finding Finding(string text, Verdict verdict)
    {
        var words = new ReaderText(text);
        var about = new RuleAbout($"{text}{verdict}", words, RuleSeverity.High, words, [$"see {text}", $"see {text}"], new SourceSpan(text, 1, 1, 1));
        var rule = new Rule(about, null, new ConstantCondition(Truth.True, about.Span), null, [], []);
        Sequence<Evidence> evidence =
        [
            new($"{text}1", new Present(new StringValue(text), text), new StringType()),
            new($"{text}2", new Absent(text), new StringType()),
            new($"{text}3", new Unknown(UnknownCause.Denied, text), new StringType()),
        ];
        var leaf = new Explanation(ExplanationKind.Test, Truth.False, text, evidence[0], []);
        var explanation = new Explanation(ExplanationKind.Group, Truth.False, text, null, [leaf, leaf]);
        return new Finding(rule, verdict, explanation, evidence, [$"{text}{Verdict.Fail}"], new Remedy(null, RemedyEffort.Reboot, words, [text, text]));
    }

    private static DocumentAbout About(string text) => new(text, text, new ReaderText(text), new ReaderText(text), [], new DocumentOrigin(text, text));
}
