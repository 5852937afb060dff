using System.Text.Json;
using Policy.Core.Compliance;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Reporting.Results;

/// <summary>Writes the shortest way to compliance, and what to collect next.</summary>
internal static class AdviceWriter
{
    /// <summary>The members <c>way</c> and <c>collect</c> of a host; null without advice.</summary>
    public static void Write(Utf8JsonWriter writer, HostAdvice? advice, ResultTexts texts)
    {
        if (advice is null)
        {
            writer.WriteNull("way");
            writer.WriteNull("collect");
            return;
        }

        writer.WriteStartObject("way");
        writer.WriteBoolean("complete", advice.Way.Beyond.Count == 0);
        writer.WriteStartArray("steps");
        foreach (var step in advice.Way.Steps)
        {
            Write(writer, step, texts);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("beyond");
        foreach (var item in advice.Way.Beyond)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", item.Rule.Name);
            writer.WriteString("title", texts.Of(item.Rule.Rule.About.Title));
            writer.WriteString("reason", texts.Words.Say($"beyond.{item.Reason.Name()}"));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        Collect(writer, advice);
    }

    private static void Write(Utf8JsonWriter writer, ComplianceStep step, ResultTexts texts)
    {
        writer.WriteStartObject();
        writer.WriteString("effort", step.Effort.Name());
        writer.WriteString("who", Actors.Of(step.Effort).Name());
        Write(writer, "changes", step.Changes, texts);
        Write(writer, "follows", step.Follows, texts);
        writer.WriteStartArray("repairs");
        foreach (var rule in step.Repairs)
        {
            Write(writer, rule, texts);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("alternatives");
        foreach (var alternative in step.Alternatives)
        {
            writer.WriteStartObject();
            Write(writer, "changes", alternative, texts);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RepairedRule rule, ResultTexts texts)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", rule.Name);
        writer.WriteString("title", texts.Of(rule.Rule.About.Title));
        writer.WriteText("fix", rule.Remedy is { } remedy ? texts.Of(remedy.Text) : string.Empty);
        writer.WriteTexts("run", rule.Remedy?.Run ?? []);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Sequence<FactStep> changes, ResultTexts texts)
    {
        writer.WriteStartArray(name);
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteString("fact", change.Fact.Path);
            writer.WriteString("from", AdviceText.Of(change.From, change.Fact.Type, texts.Words));
            writer.WriteString("to", AdviceText.Of(change.To, change.Fact.Type, texts.Words));
            writer.WriteString("effort", change.Effort.Name());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Collect(Utf8JsonWriter writer, HostAdvice advice)
    {
        writer.WriteStartObject("collect");
        writer.WriteStartArray("facts");
        foreach (var missing in advice.Missing)
        {
            writer.WriteStartObject();
            writer.WriteString("fact", missing.Fact.Path);
            writer.WriteString("cause", missing.Unknown.Cause.Name());
            writer.WriteString("detail", missing.Unknown.Detail);
            writer.WriteString("needs", AdviceText.Of(missing.Fact.Fact.Privilege));
            writer.WriteTexts("sources", missing.Fact.Fact.Sources);
            writer.WriteTexts("decides", missing.Decides);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteText("command", advice.Command ?? string.Empty);
        writer.WriteEndObject();
    }
}
