using System.Text.Json;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>Reads lock files that are JSON.</summary>
internal static class JsonLock
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>What a reader makes of the document; null if it is none.</summary>
    public static List<LockedLibrary>? Read(byte[] bytes, Func<JsonElement, List<LockedLibrary>?> read)
    {
        var start = bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { MaxDepth = 256 });
            return read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // An escaped half of a surrogate pair is no text, and comes as an invalid operation.
            return null;
        }
    }

    /// <summary>A member that is an object; null for anything else.</summary>
    public static JsonElement? Member(JsonElement element, string name, JsonValueKind kind = JsonValueKind.Object) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;

    /// <summary>A member's text; null if it is not of the kind.</summary>
    public static string? Text(JsonElement element, string name, JsonValueKind kind = JsonValueKind.String) => Member(element, name, kind)?.ToString();
}
