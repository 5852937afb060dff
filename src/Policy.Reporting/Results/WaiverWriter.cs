using System.Globalization;
using System.Text.Json;
using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Reporting.Results;

/// <summary>Writes which failures were accepted, and what became of each waiver.</summary>
internal static class WaiverWriter
{
    /// <summary>The waiver of a rule; null if none is in force.</summary>
    public static void Write(Utf8JsonWriter writer, Acceptance? acceptance)
    {
        if (acceptance is null)
        {
            writer.WriteNull("waiver");
            return;
        }

        writer.WriteStartObject("waiver");
        writer.WriteString("verdict", acceptance.Verdict.Name());
        WriteTerms(writer, acceptance.Document, acceptance.Waiver);
        writer.WriteEndObject();
    }

    /// <summary>What became of a waiver on a host.</summary>
    public static void Write(Utf8JsonWriter writer, WaiverFinding finding, ResultTexts texts)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Waiver.Rule.ToString());
        writer.WriteString("state", finding.State.Name());
        WriteTerms(writer, finding.Document, finding.Waiver);
        writer.WriteTexts("hosts", finding.Waiver.Hosts);
        if (finding.While is { } explanation)
        {
            writer.WritePropertyName("while");
            FindingWriter.Write(writer, explanation, texts);
        }
        else
        {
            writer.WriteNull("while");
        }

        writer.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter writer, WaiverDocument document, Waiver waiver)
    {
        writer.WriteString("waivers", document.Id);
        writer.WriteString("digest", document.Origin.Digest);
        writer.WriteText("reason", waiver.About.Reason);
        writer.WriteText("owner", waiver.About.Owner);
        writer.WriteString("until", waiver.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteText("ticket", waiver.About.Ticket);
    }
}
