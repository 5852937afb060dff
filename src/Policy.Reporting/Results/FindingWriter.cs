using System.Text.Json;
using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Reporting.Results;

/// <summary>Writes what one rule concluded.</summary>
internal static class FindingWriter
{
    public static void Write(Utf8JsonWriter writer, Finding finding, ResultTexts texts)
    {
        var about = finding.Rule.About;
        writer.WriteStartObject();
        writer.WriteString("id", about.Id);
        writer.WriteString("title", texts.Of(about.Title));
        writer.WriteNumber("line", about.Span.Line);
        writer.WriteString("severity", about.Severity.Name());
        writer.WriteString("verdict", finding.Verdict.Name());
        writer.WriteString("why", texts.Of(about.Why));
        writer.WriteTexts("references", about.References);
        writer.WritePropertyName("explanation");
        Write(writer, finding.Explanation, texts);
        writer.WriteStartArray("evidence");
        foreach (var evidence in finding.Evidence)
        {
            writer.WriteStartObject();
            WriteEvidence(writer, evidence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteTexts("because_of", finding.BecauseOf);
        WriteRemedy(writer, finding.Remedy, texts);
        WaiverWriter.Write(writer, finding.Acceptance);
        writer.WriteString("fingerprint", Fingerprint.Of(finding));
        writer.WriteText("baseline", finding.Age switch { FindingAge.New => "new", FindingAge.Known => "known", _ => null });
        writer.WriteEndObject();
    }

    /// <summary>Writes the tree of an explanation.</summary>
    public static void Write(Utf8JsonWriter writer, Explanation explanation, ResultTexts texts)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", explanation.Kind.ToString().ToLowerInvariant());
        writer.WriteString("truth", explanation.Truth.Name());
        writer.WriteString("text", texts.Of(explanation));
        writer.WriteText("combines", Combines(explanation.Condition));
        if (explanation.Fact is { } fact)
        {
            WriteEvidence(writer, fact);
        }

        writer.WriteStartArray("items");
        foreach (var item in explanation.Items)
        {
            Write(writer, item, texts);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string? Combines(Condition? condition) => condition switch
    {
        AllCondition => "all",
        AnyCondition => "any",
        NoneCondition => "none",
        NotCondition => "not",
        CountCondition => "count",
        WhenCondition => "when",
        SwitchCondition => "switch",
        _ => null,
    };

    private static void WriteEvidence(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteString("path", evidence.Path);
        switch (evidence.Observation)
        {
            case Present present:
                writer.WriteString("state", "present");
                writer.WritePropertyName("value");
                ValueWriter.Write(writer, present.Value);
                writer.WriteString("shown", ValueText.Of(present.Value, evidence.Type));
                writer.WriteString("source", present.Source);
                break;
            case Absent absent:
                writer.WriteString("state", "absent");
                writer.WriteString("source", absent.Source);
                break;
            case Unknown unknown:
                writer.WriteString("state", "unknown");
                writer.WriteString("cause", unknown.Cause.Name());
                writer.WriteString("detail", unknown.Detail);
                break;
        }
    }

    private static void WriteRemedy(Utf8JsonWriter writer, Remedy? remedy, ResultTexts texts)
    {
        if (remedy is null)
        {
            writer.WriteNull("fix");
            return;
        }

        writer.WriteStartObject("fix");
        writer.WriteText("effort", remedy.Effort?.Name());
        writer.WriteString("text", texts.Of(remedy.Text));
        writer.WriteTexts("run", remedy.Run);
        writer.WriteEndObject();
    }
}
