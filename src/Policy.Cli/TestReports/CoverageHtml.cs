using System.Net;
using System.Text;
using Policy.Cli.Terminal;
using Policy.Testing.Coverage;

namespace Policy.Cli.TestReports;

/// <summary>Writes coverage as the sources of the policies with what was seen of each line: one page that asks for nothing and runs nothing.</summary>
internal static class CoverageHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --ink: light-dark(#1d2129, #e8eaed); --soft: light-dark(#5a6270, #a9b0bb); --line: light-dark(#d8dce3, #3a404a); --whole: light-dark(#e6f4ea, #16331f); --part: light-dark(#fff4d6, #3d3212); --none: light-dark(#fde7e7, #43191b); }
        body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: light-dark(#fff, #15181d); margin: 0 auto; max-width: 72rem; padding: 1.5rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; }
        .source td, .source th { padding: 0 .6rem; vertical-align: top; font: .8125rem/1.6 ui-monospace, monospace; text-align: left; }
        .source td:last-child { white-space: pre; width: 100%; }
        .source .seen { white-space: nowrap; color: var(--ink); }
        .source th { color: var(--soft); font-weight: 400; text-align: right; }
        .whole { background: var(--whole); } .part { background: var(--part); } .none { background: var(--none); }
        .missing { white-space: normal; color: var(--soft); }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        """;

    /// <summary>The page.</summary>
    public static byte[] Write(CoverageReport report)
    {
        var text = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <title>Coverage of policies by their tests</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>Coverage of policies by their tests</h1>
            <p>An outcome is a condition that was true, false or unknown, or a case that was taken. ✓ everything was seen, ± a part of it, ✗ nothing.</p>

            """);
        for (var index = 0; index < report.Results.Count; index++)
        {
            Policy(text, report.Results[index], report.Texts, index + 1);
        }

        return Encoding.UTF8.GetBytes(text.Append("</main>\n</body>\n</html>\n").ToString());
    }

    private static void Policy(StringBuilder text, CoverageResult result, IReadOnlyDictionary<string, byte[]> texts, int number)
    {
        var lines = CoverageLine.Of(result.Points).ToDictionary(line => line.Line);
        text.Append($"<section aria-labelledby=\"policy-{number}\">\n<h2 id=\"policy-{number}\">{Escaped(result.Policy.Origin.File)}</h2>\n")
            .Append($"<p>{result.Seen} of {result.Possible} outcomes seen, {CoverageText.Percent(result.Share)}</p>\n")
            .Append($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"policy-{number}\">\n<table class=\"source\">\n<thead class=\"hidden\"><tr><th scope=\"col\">Line</th><th scope=\"col\">Seen</th><th scope=\"col\">Source</th></tr></thead>\n<tbody>\n");
        var source = texts.TryGetValue(result.Policy.Origin.File, out var bytes) ? Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n') : [];
        for (var line = 1; line <= source.Length; line++)
        {
            Line(text, source[line - 1], line, lines.GetValueOrDefault(line));
        }

        text.Append("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static void Line(StringBuilder text, string source, int number, CoverageLine? line)
    {
        var (style, sign) = line is null ? (string.Empty, string.Empty) : line.Seen == line.Possible ? ("whole", "✓") : line.Seen == 0 ? ("none", "✗") : ("part", "±");
        var seen = line is null ? string.Empty : $"{sign} {line.Seen}/{line.Possible}";
        var missing = line is { Missing.Length: > 0 } ? $"<span class=\"missing\">   {Escaped(line.Missing)}</span>" : string.Empty;
        text.Append($"<tr{(style.Length == 0 ? string.Empty : $" class=\"{style}\"")}><th scope=\"row\">{number}</th><td class=\"seen\">{seen}</td><td>{Escaped(source)}{missing}</td></tr>\n");
    }

    private static string Escaped(string text) => WebUtility.HtmlEncode(Plain.Text(text));
}
