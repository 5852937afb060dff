using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Reporting.Model;

namespace Policy.Reporting.Results;

/// <summary>Reads saved results as a baseline.</summary>
public static class BaselineReader
{
    /// <summary>The findings of saved results that fail, warn or are unknown.</summary>
    /// <param name="file">The name for complaints.</param>
    /// <param name="resultsJson">A document as <see cref="ResultsWriter.Document"/> writes it.</param>
    public static Checked<Baseline> Read(string file, ReadOnlyMemory<byte> resultsJson)
    {
        var read = SavedResults.Read(file, resultsJson);
        using var document = read.Value;
        try
        {
            return document is null ? new Checked<Baseline>(null, read.Diagnostics) : Read(file, document.RootElement);
        }
        catch (InvalidOperationException)
        {
            return new Checked<Baseline>(null, [SavedResults.Complaint(file, SavedResults.NotUnicode)]);
        }
    }

    private static Checked<Baseline> Read(string file, JsonElement results)
    {
        var known = new List<KnownFinding>();
        foreach (var row in ResultRow.Of(results))
        {
            if (Verdicts.Find(row.Rule.Text("verdict")) is not { } verdict || row.Rule.Text("fingerprint").Length == 0 || row.Rule.Text("id").Length == 0)
            {
                return new Checked<Baseline>(null, [SavedResults.Complaint(file, $"`{row.Place}` has no verdict, no id or no fingerprint")]);
            }

            if (Baseline.Covers(verdict))
            {
                known.Add(new KnownFinding(row.Host.Text("host"), row.RuleName, verdict, row.Rule.Text("fingerprint")));
            }
        }

        return new Checked<Baseline>(new Baseline(known), []);
    }
}
