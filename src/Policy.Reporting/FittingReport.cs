using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Reporting.Model;
using Policy.Reporting.Templates;
using Policy.Reporting.Words;

namespace Policy.Reporting;

/// <summary>A report of the shipped templates that tells as much as fits, and says what it leaves out.</summary>
/// <param name="steps">From all to the least that it can tell.</param>
/// <param name="mostBytes">What fits.</param>
internal sealed class FittingReport(Sequence<Detail> steps, int mostBytes)
{
    /// <summary>A page about one host.</summary>
    public static FittingReport Page { get; } = new([Detail.Everything], TemplateRenderer.MostBytes);

    /// <summary>A page about many hosts that browsers open at once.</summary>
    public static FittingReport PageOfFleet { get; } = new(Detail.StepsOfFleet, 5_000_000);

    /// <summary>Markdown that fits the summary of a job: 1 MiB.</summary>
    public static FittingReport JobSummary { get; } = new(Detail.Steps, 1024 * 1024);

    /// <summary>Markdown that fits a comment: 65,536 characters, and bytes, so that no forge counts more.</summary>
    public static FittingReport Comment { get; } = new(Detail.Steps, 65_536);

    /// <summary>The document with the most detail that fits; with the least if none does.</summary>
    public Rendering Render(TemplateSource template, JsonElement results, ReportWords words)
    {
        var hosts = ReportModel.HostsOf(results, words);
        var (fitting, best) = (steps.Count - 1, default(Rendering));
        for (int least = 0, step = 0; least <= fitting; step = (least + fitting) / 2)
        {
            var rendering = TemplateRenderer.Render(template, ReportModel.Of(results, hosts, words, steps[step]), words, mostBytes);
            var isLast = step == steps.Count - 1;
            if (rendering is Rendered || isLast)
            {
                (best, fitting) = (rendering, step - 1);
            }
            else
            {
                least = step + 1;
            }
        }

        return best!;
    }
}
