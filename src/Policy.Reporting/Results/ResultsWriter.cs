using System.Text.Json;
using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Core.Prose;
using Policy.Core.Rules;

namespace Policy.Reporting.Results;

/// <summary>Writes results as JSON: the one model of every format and template, described by <c>schema/results.schema.json</c>.</summary>
public static class ResultsWriter
{
    /// <summary>One document with all hosts, indented.</summary>
    public static byte[] Document(RunResults results)
    {
        var texts = new ResultTexts(results.Language);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", 1);
            writer.WriteString("engine", results.Engine);
            writer.WriteText("engine_digest", results.EngineDigest);
            writer.WriteString("language", results.Language.Tag);
            WriteQuestion(writer, results.Asked);
            writer.WriteInstant("evaluated_at", results.EvaluatedAt);
            writer.WriteStartArray("hosts");
            foreach (var host in results.Hosts)
            {
                Write(writer, host, texts);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>One host on one line, with the line end: NDJSON.</summary>
    /// <param name="host">The host.</param>
    /// <param name="language">The language of texts.</param>
    public static byte[] Line(HostResult host, Language language)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, JsonText.OneLine))
        {
            Write(writer, host, new ResultTexts(language));
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteQuestion(Utf8JsonWriter writer, RunQuestion asked)
    {
        writer.WriteStartObject("asked");
        writer.WriteTexts("policies", asked.Policies);
        writer.WriteTexts("set", asked.Choices);
        writer.WriteInstant("at", asked.At);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, HostResult host, ResultTexts texts)
    {
        writer.WriteStartObject();
        switch (host)
        {
            case JudgedHost judged:
                WriteHost(writer, judged.Findings, texts);
                AdviceWriter.Write(writer, judged.Advice, texts);
                writer.WriteTexts("supposed", judged.Supposed);
                break;
            case UnreadableHost unreadable:
                writer.WriteString("host", unreadable.Input);
                writer.WriteString("verdict", Verdict.Unknown.Name());
                writer.WriteString("error", unreadable.Error);
                writer.WriteStartArray("profiles");
                writer.WriteEndArray();
                writer.WriteStartArray("policies");
                writer.WriteEndArray();
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteHost(Utf8JsonWriter writer, HostFindings host, ResultTexts texts)
    {
        writer.WriteString("host", host.Origin.Host);
        writer.WriteString("verdict", host.Verdict.Name());
        writer.WriteStartObject("facts");
        writer.WriteString("digest", host.FactsDigest);
        writer.WriteInstant("collected_at", host.Origin.CollectedAt);
        writer.WriteString("collector", host.Origin.Collector);
        writer.WriteEndObject();
        writer.WriteStartArray("profiles");
        foreach (var profile in host.Profiles)
        {
            WriteProfile(writer, profile, host, texts);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("policies");
        foreach (var policy in host.Policies)
        {
            WritePolicy(writer, policy, texts);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("waivers");
        foreach (var waiver in host.Waivers)
        {
            WaiverWriter.Write(writer, waiver, texts);
        }

        writer.WriteEndArray();
        writer.WriteTexts("fixed", host.Fixed);
    }

    private static void WriteProfile(Utf8JsonWriter writer, ProfileFindings profile, HostFindings host, ResultTexts texts)
    {
        writer.WriteStartObject();
        writer.WriteString("profile", profile.Profile.Id);
        WriteAbout(writer, profile.Profile.About, texts);
        writer.WriteString("verdict", profile.Verdict.Name());
        writer.WriteTexts("policies", profile.Policies.Select(index => host.Policies[index].Policy.Id));
        writer.WriteStartArray("indexes");
        foreach (var index in profile.Policies)
        {
            writer.WriteNumberValue(index);
        }

        writer.WriteEndArray();
        writer.WriteTexts("profiles", profile.Profile.Include.Where(entry => entry.IsProfile).Select(entry => entry.Id));
        writer.WriteEndObject();
    }

    private static void WriteAbout(Utf8JsonWriter writer, DocumentAbout about, ResultTexts texts)
    {
        writer.WriteString("version", about.Version);
        writer.WriteString("digest", about.Origin.Digest);
        writer.WriteString("title", texts.Of(about.Title));
        writer.WriteString("summary", texts.Of(about.Summary));
    }

    private static void WriteParameters(Utf8JsonWriter writer, PolicyFindings policy)
    {
        writer.WriteStartArray("parameters");
        foreach (var chosen in policy.Parameters)
        {
            writer.WriteStartObject();
            writer.WriteString("name", chosen.Parameter.Name);
            writer.WritePropertyName("value");
            ValueWriter.Write(writer, chosen.Value);
            writer.WriteText("shown", ValueText.Of(chosen.Value, chosen.Parameter.Type));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WritePolicy(Utf8JsonWriter writer, PolicyFindings policy, ResultTexts outside)
    {
        var texts = outside.With(policy.Parameters);
        writer.WriteStartObject();
        writer.WriteString("policy", policy.Policy.Id);
        writer.WriteText("profile", policy.Profile);
        WriteAbout(writer, policy.Policy.About, texts);
        writer.WriteText("file", policy.Policy.Origin.File);
        WriteParameters(writer, policy);
        writer.WriteString("parameters_digest", ParametersDigest.Of(policy.Parameters));
        writer.WriteString("verdict", policy.Verdict.Name());
        writer.WriteAmount("score", policy.Score.Value);
        writer.WriteStartObject("decided");
        writer.WriteNumber("passed", policy.Score.PassedRules);
        writer.WriteNumber("decided", policy.Score.DecidedRules);
        writer.WriteNumber("rules", policy.Score.Rules);
        writer.WriteEndObject();
        writer.WriteStartArray("rules");
        foreach (var finding in policy.Findings)
        {
            FindingWriter.Write(writer, finding, texts);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
