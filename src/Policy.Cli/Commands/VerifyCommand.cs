using System.Text.Json;
using Policy.Authoring;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Core.Diagnostics;
using Policy.Reporting.Results;

namespace Policy.Cli.Commands;

/// <summary><c>policy report --verify</c>: judges again what saved results say, and proves them or names the first difference.</summary>
internal static class VerifyCommand
{
    /// <summary>How much of a value is shown.</summary>
    private const int MostCharacters = 120;

    /// <summary>Runs the command.</summary>
    /// <param name="name">The results.</param>
    /// <param name="request">The facts, and what else is given again.</param>
    /// <returns>0 if all is the same, 1 if not.</returns>
    public static int Run(string name, CheckRequest request)
    {
        using var saved = SavedInput.Parse(name);
        var asked = SavedQuestion.Of(name, saved);
        var run = new CheckRun(request with
        {
            Policies = request.Policies.Count > 0 ? request.Policies : [.. asked.Policies],
            Choices = [.. asked.Choices.Select(text => ParameterChoice.Parse(text) ?? throw new CommandFailure(ExitCode.BadData, $"{name}: `{Plain.Text(text)}` chooses no parameter"))],
            At = asked.At,
            Supposed = [.. asked.Supposed],
        });
        var results = run.Results(run.Hosts().ToSequence()) with { Language = asked.Language };
        using var now = JsonDocument.Parse(ResultsWriter.Document(results), SavedResults.Options);
        if (asked.EngineDigest != Engine.Digest)
        {
            Console.Error.WriteLine("policy: the results are of another build of the program");
        }

        if (ResultsComparison.First(saved.RootElement, now.RootElement) is { } difference)
        {
            StandardOutput.WriteLine($"not the same: {Plain.Text(difference.Path)}\n  saved       {Shown(difference.Saved)}\n  recomputed  {Shown(difference.Recomputed)}");
            return ExitCode.NonCompliant;
        }

        StandardOutput.WriteLine($"proven: {results.Hosts.Count} {(results.Hosts.Count == 1 ? "host" : "hosts")}, the same results word by word");
        return ExitCode.Compliant;
    }

    private static string Shown(string json) => Plain.Text(json.Length <= MostCharacters ? json : $"{json[..MostCharacters]}...").ReplaceLineEndings(" ");
}
