using System.Globalization;
using System.Text.Json;
using Policy.Reporting.Model;

namespace Policy.Reporting.Results;

/// <summary>Compares saved results with those that the same facts and policies give now.</summary>
public static class ResultsComparison
{
    // Who computed it, where a file lay and how to collect are no part of what was found.
    private static readonly HashSet<string> Circumstances = ["engine", "engine_digest", "asked", "file", "command"];

    /// <summary>The first difference; null if there is none. Where something was put in that is not the same, that is the difference.</summary>
    /// <param name="saved">The results that were saved.</param>
    /// <param name="recomputed">The results as they are now.</param>
    public static ResultsDifference? First(JsonElement saved, JsonElement recomputed) => Inputs(saved, recomputed) ?? Compare("$", saved, recomputed);

    private static ResultsDifference? Inputs(JsonElement saved, JsonElement recomputed)
    {
        foreach (var (number, (left, right)) in saved.List("hosts").Zip(recomputed.List("hosts")).Index())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"$.hosts[{number}]");
            var digests = new List<(string Path, string Saved, string Recomputed)> { ($"{place}.facts.digest", DigestOf(left.Member("facts")), DigestOf(right.Member("facts"))) };
            foreach (var list in (ReadOnlySpan<string>)["profiles", "policies", "waivers"])
            {
                digests.AddRange(left.List(list).Zip(right.List(list)).Select((pair, index) => (string.Create(CultureInfo.InvariantCulture, $"{place}.{list}[{index}].digest"), DigestOf(pair.First), DigestOf(pair.Second))));
            }

            if (digests.FirstOrDefault(item => item.Saved != item.Recomputed) is { Path: { } path } other)
            {
                return new ResultsDifference(path, other.Saved, other.Recomputed);
            }
        }

        return null;
    }

    private static string DigestOf(JsonElement? element) => element?.Text("digest") ?? string.Empty;

    private static ResultsDifference? Compare(string path, JsonElement saved, JsonElement recomputed) => (saved.ValueKind, recomputed.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => Members(path, saved, recomputed),
        (JsonValueKind.Array, JsonValueKind.Array) => Items(path, saved, recomputed),
        _ when saved.GetRawText() == recomputed.GetRawText() || (saved.ValueKind == JsonValueKind.String && recomputed.ValueKind == JsonValueKind.String && saved.GetString() == recomputed.GetString()) => null,
        _ => new ResultsDifference(path, saved.GetRawText(), recomputed.GetRawText()),
    };

    private static ResultsDifference? Members(string path, JsonElement saved, JsonElement recomputed)
    {
        var names = saved.EnumerateObject().Concat(recomputed.EnumerateObject()).Select(member => member.Name).Distinct(StringComparer.Ordinal).Where(name => !Circumstances.Contains(name));
        return names.Select(name => (saved.TryGetProperty(name, out var left), recomputed.TryGetProperty(name, out var right)) switch
        {
            (true, true) => Compare($"{path}.{name}", left, right),
            (true, false) => new ResultsDifference($"{path}.{name}", left.GetRawText(), "nothing"),
            _ => new ResultsDifference($"{path}.{name}", "nothing", right.GetRawText()),
        }).FirstOrDefault(difference => difference is not null);
    }

    private static ResultsDifference? Items(string path, JsonElement saved, JsonElement recomputed)
    {
        var first = saved.EnumerateArray().Zip(recomputed.EnumerateArray())
            .Select((pair, index) => Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), pair.First, pair.Second)).FirstOrDefault(difference => difference is not null);
        return first ?? (saved.GetArrayLength() == recomputed.GetArrayLength() ? null
            : new ResultsDifference(path, string.Create(CultureInfo.InvariantCulture, $"{saved.GetArrayLength()} entries"), string.Create(CultureInfo.InvariantCulture, $"{recomputed.GetArrayLength()} entries")));
    }
}

/// <summary>One place where two results differ.</summary>
/// <param name="Path">The place, such as <c>$.hosts[0].policies[1].verdict</c>.</param>
/// <param name="Saved">What was saved there, as JSON.</param>
/// <param name="Recomputed">What is there now, as JSON.</param>
public sealed record ResultsDifference(string Path, string Saved, string Recomputed);
