using Policy.Authoring.Yaml;
using Policy.Cli.Terminal;
using Policy.Testing.Mutation;
using Policy.Testing.Suggestions;

namespace Policy.Cli.TestReports;

/// <summary>What tests noticed of mutants, for a person at a terminal: a line a policy, and every survivor with a host that would make the tests notice it.</summary>
internal static class MutationText
{
    /// <summary>How many survivors of a policy are shown.</summary>
    private const int MostSurvivors = 20;

    /// <summary>The text.</summary>
    /// <param name="results">One for each document of tests.</param>
    /// <param name="texts">The documents by name.</param>
    /// <param name="text">Where to.</param>
    public static string Of(IEnumerable<MutationResult> results, IReadOnlyDictionary<string, byte[]> texts, TerminalText text)
    {
        foreach (var result in results)
        {
            Policy(text, result, texts);
        }

        return text.ToString();
    }

    private static void Policy(TerminalText text, MutationResult result, IReadOnlyDictionary<string, byte[]> texts)
    {
        var survivors = result.Survivors.ToList();
        var equivalent = result.Mutants.Count - result.Counted;
        var isPerfect = survivors.Count == 0;
        text.Line(
            $"{(isPerfect ? "✓" : "✗")} {result.Suite.Suite.Policy.Origin.File}   {result.Killed} of {result.Counted} mutants noticed, {CoverageText.Percent(result.Score)}{(equivalent == 0 ? string.Empty : $", {equivalent} equivalent")}",
            isPerfect ? Colour.Green : Colour.Red);
        var hosts = new KillingHosts(result.Suite);
        foreach (var (mutant, number) in survivors.Take(MostSurvivors).Select((mutant, index) => (mutant, index + 1)))
        {
            Survivor(text, mutant, texts, hosts.Find(mutant, $"survivor-{number}"));
        }

        if (survivors.Count > MostSurvivors)
        {
            text.Line($"  ... and {survivors.Count - MostSurvivors} more survivors; `--suggest` writes cases for them");
        }
    }

    private static void Survivor(TerminalText text, Mutant mutant, IReadOnlyDictionary<string, byte[]> texts, SuggestedHost? host)
    {
        var span = mutant.Note.Span;
        text.Line($"  {span}: nobody notices that {mutant.Note.What}");
        if (texts.TryGetValue(span.File, out var bytes) && Utf8Text.Decode(span.File, bytes).Value is { } source)
        {
            var (before, after) = MutantText.Of(mutant.Note, source);
            text.Line($"    - {before.Trim()}", Colour.Red);
            text.Line(after is null ? "    (and what is below it)" : $"    + {after.Trim()}", Colour.Green);
        }

        text.Line(host is null ? "    no host was found that tells it apart" : $"    {(host.Host is null ? "a case" : "a host")} that would:", Colour.Dim);
        foreach (var line in new[] { host?.Host, host?.Case }.OfType<string>())
        {
            text.Line($"      {line}");
        }
    }
}
