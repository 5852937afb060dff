using System.Text.Json;

namespace Policy.Core.Facts;

/// <summary>The three members of a fact document that say what is known, what is not, and from where.</summary>
internal readonly struct FactTree(JsonElement facts, JsonElement? unknown, JsonElement? sources)
{
    /// <summary>What the document says of a fact.</summary>
    public Observation Observe(FactReference reference)
    {
        var current = facts;
        var steps = Steps(reference);
        for (var index = 0; index < steps.Count; index++)
        {
            if (current.ValueKind != JsonValueKind.Object)
            {
                return new Unknown(UnknownCause.Malformed, Source(reference));
            }

            if (!current.TryGetProperty(steps[index], out var next))
            {
                var isEntry = reference.Key is not null && index == reference.Fact.Path.Names.Count;
                return isEntry && FactJson.IsComplete(current) ? new Absent(Source(reference)) : NotThere(reference);
            }

            if (next.ValueKind == JsonValueKind.Null)
            {
                return new Absent(Source(reference));
            }

            current = next;
        }

        return FactJson.Read(current, reference.Type) is { } value ? new Present(value, Source(reference)) : new Unknown(UnknownCause.Malformed, Source(reference));
    }

    private static List<string> Steps(FactReference reference)
    {
        var steps = reference.Fact.Path.Names.ToList();
        if (reference.Key is not null && !reference.IsWholeMap)
        {
            steps.Add(reference.Key);
        }

        steps.AddRange(reference.Fields);
        return steps;
    }

    // The path itself, then the names above it; a keyed fact may also be named by its whole map.
    private static IEnumerable<string> Lineage(FactReference reference)
    {
        var names = reference.Fact.Path.Names;
        for (var fields = reference.Fields.Count; fields >= 0 && !reference.IsWholeMap; fields--)
        {
            var path = reference.Key is null ? string.Join('.', names.Concat(reference.Fields.Take(fields)))
                : new FactPath(names, reference.Key, [.. reference.Fields.Take(fields)]).ToString();
            yield return path;
        }

        if (reference.Key is not null)
        {
            yield return $"{string.Join('.', names)}({FactPath.WholeMapKey})";
        }

        for (var length = names.Count; length > 0; length--)
        {
            yield return string.Join('.', names.Take(length));
        }
    }

    private Unknown NotThere(FactReference reference)
    {
        foreach (var path in Lineage(reference))
        {
            if (Find(unknown, path) is { } entry)
            {
                return Cause(entry);
            }
        }

        return new Unknown(UnknownCause.NotCollected);
    }

    private static Unknown Cause(JsonElement entry)
    {
        var cause = Find(entry, "cause") is { ValueKind: JsonValueKind.String } name ? UnknownCauses.Find(FactJson.Text(name) ?? string.Empty) : null;
        var detail = Find(entry, "detail") is { ValueKind: JsonValueKind.String } text ? FactJson.Text(text) : null;
        return new Unknown(cause ?? UnknownCause.NotCollected, detail ?? string.Empty);
    }

    private string Source(FactReference reference)
    {
        foreach (var path in Lineage(reference))
        {
            if (Find(sources, path) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.String)
            {
                return FactJson.Text(list[0]) ?? string.Empty;
            }
        }

        return string.Empty;
    }

    private static JsonElement? Find(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } mapping && mapping.TryGetProperty(name, out var member) ? member : null;
}
