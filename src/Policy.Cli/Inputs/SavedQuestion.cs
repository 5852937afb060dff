using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Prose;

namespace Policy.Cli.Inputs;

/// <summary>What the run was asked that saved results are of.</summary>
/// <param name="Policies">Policies, profiles and folders as they were named.</param>
/// <param name="Choices">Chosen values as <c>POLICY.PARAMETER=VALUE</c>.</param>
/// <param name="Supposed">Facts that were supposed to be otherwise.</param>
/// <param name="At">The moment of the judgement; null for that of the facts.</param>
internal sealed record SavedQuestion(Sequence<string> Policies, Sequence<string> Choices, Sequence<string> Supposed, DateTimeOffset? At)
{
    /// <summary>The language of the texts.</summary>
    public Language Language { get; private init; } = Language.English;

    /// <summary>The build of the program; null if nobody says.</summary>
    public string? EngineDigest { get; private init; }

    /// <summary>Reads it.</summary>
    /// <exception cref="CommandFailure">The results do not say it (65).</exception>
    public static SavedQuestion Of(string name, JsonDocument results)
    {
        try
        {
            var (root, asked) = (results.RootElement, results.RootElement.GetProperty("asked"));
            var supposed = root.GetProperty("hosts").EnumerateArray().Where(host => host.TryGetProperty("supposed", out _)).Select(host => Texts(host, "supposed")).FirstOrDefault();
            var at = asked.GetProperty("at").GetString() is { } text && Instants.TryParse(text, out var moment) ? moment : (DateTimeOffset?)null;
            return new SavedQuestion(Texts(asked, "policies"), Texts(asked, "set"), supposed, at)
            {
                Language = Language.Find(root.GetProperty("language").GetString() ?? string.Empty) ?? Language.English,
                EngineDigest = root.GetProperty("engine_digest").GetString(),
            };
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException)
        {
            throw new CommandFailure(ExitCode.BadData, $"{name}: the results do not say what was asked; give the document that `policy check -o results.json` wrote, not its lines");
        }
    }

    private static Sequence<string> Texts(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(item => item.GetString() ?? string.Empty)];
}
