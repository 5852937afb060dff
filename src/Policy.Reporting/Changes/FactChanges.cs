using System.Text.Json;
using Policy.Core.Diagnostics;
using Policy.Reporting.Model;

namespace Policy.Reporting.Changes;

/// <summary>What changed between two fact documents: every member by its path, lists as a whole.</summary>
public static class FactChanges
{
    private const int MostCharacters = 200;

    /// <summary>The changes, in the order of the newer document; what is there no more stands at the end.</summary>
    public static Sequence<Change> Find(JsonElement old, JsonElement recent)
    {
        var (before, after) = (ValuesOf(old), ValuesOf(recent));
        var host = recent.Text("host");
        var changed = after.Where(item => before.GetValueOrDefault(item.Key) != item.Value)
            .Select(item => before.TryGetValue(item.Key, out var was) ? new Change(ChangeKind.Other, host, item.Key, Short(was), Short(item.Value)) : new Change(ChangeKind.New, host, item.Key, string.Empty, Short(item.Value)));
        var gone = before.Where(item => !after.ContainsKey(item.Key)).Select(item => new Change(ChangeKind.Gone, host, item.Key, Short(item.Value), string.Empty));
        return [.. changed, .. gone];
    }

    private static Dictionary<string, string> ValuesOf(JsonElement document)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (document.Member("facts") is { } facts)
        {
            Add(string.Empty, facts, values);
        }

        return values;
    }

    private static void Add(string path, JsonElement element, Dictionary<string, string> values)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            values.TryAdd(path, JsonSerializerText(element));
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            Add(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, values);
        }
    }

    private static string JsonSerializerText(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    private static string Short(string text) => text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}... ({text.Length} characters)";
}
