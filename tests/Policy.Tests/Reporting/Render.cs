using System.Text;
using Policy.Core.Diagnostics;
using Policy.Reporting;
using Policy.Reporting.Results;
using Policy.Reporting.Templates;

namespace Policy.Tests.Reporting;

/// <summary>Renders in tests.</summary>
internal static class Render
{
    /// <summary>What a plain text template makes of a run.</summary>
    public static string Text(RunResults results, string template) => Text(Reports.Custom(results, "test.txt", template, TemplateKind.Text));

    /// <summary>The text of a document.</summary>
    public static string Text(Rendering rendering) => rendering switch
    {
        Rendered rendered => Encoding.UTF8.GetString(rendered.Utf8.Span),
        NotRendered failure => throw new Xunit.Sdk.XunitException(string.Join('\n', failure.Diagnostics)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The one complaint about a template.</summary>
    public static Diagnostic Complaint(string template, TemplateKind kind = TemplateKind.Html) =>
        Assert.IsType<NotRendered>(Reports.Custom(Made.Run(), "test.html", template, kind)).Diagnostics[0];
}
