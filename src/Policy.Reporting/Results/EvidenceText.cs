using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Prose;

namespace Policy.Reporting.Results;

/// <summary>What was seen of a fact: its value or state, and the source.</summary>
public static class EvidenceText
{
    /// <summary>How much of a value is shown.</summary>
    private const int MostCharacters = 160;

    /// <summary>The words.</summary>
    public static string Of(Evidence evidence, Language language) => evidence.Observation switch
    {
        Present present => WithSource(ValueText.Of(present.Value, evidence.Type, MostCharacters), present.Source, language),
        Absent absent => WithSource(language.Say("state.absent"), absent.Source, language),
        Unknown unknown => WithSource(language.Say("state.unknown", language.Say($"cause.{unknown.Cause.Name()}")), unknown.Detail, language),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string WithSource(string text, string source, Language language) => source.Length == 0 ? text : $"{text}  {language.Say("fact.from", source)}";
}
