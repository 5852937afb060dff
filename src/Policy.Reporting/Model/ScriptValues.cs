using System.Text.Json;
using Scriban.Runtime;

namespace Policy.Reporting.Model;

/// <summary>JSON as templates see it: texts, numbers, booleans, null, and lists and objects of them.</summary>
internal static class ScriptValues
{
    /// <summary>The value; whole numbers that fit are 64-bit, other numbers decimal, and those beyond that texts.</summary>
    public static object? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Object(element),
        JsonValueKind.Array => List(element.EnumerateArray().Select(Of)),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.TryGetDecimal(out var number) ? number : element.GetRawText(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>An object with its members in their order; empty where there is none.</summary>
    public static ScriptObject Object(JsonElement element)
    {
        var members = new ScriptObject(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                members[member.Name] = Of(member.Value);
            }
        }

        return members;
    }

    /// <summary>A list.</summary>
    public static ScriptArray List(IEnumerable<object?> items)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(item!);
        }

        return list;
    }
}
