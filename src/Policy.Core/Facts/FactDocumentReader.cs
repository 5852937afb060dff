using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>Reads fact documents: LANGUAGE 2.4. Only what a run asks for becomes values.</summary>
public static class FactDocumentReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">Its bytes; a byte order mark is passed over.</param>
    /// <param name="slots">What is asked for.</param>
    public static FactDocumentReading Read(ReadOnlyMemory<byte> utf8, FactSlots slots)
    {
        if (!Utf8.IsValid(utf8.Span))
        {
            return UnreadableFacts.At(utf8.Span, ValidLength(utf8.Span), "the document is not UTF-8");
        }

        var json = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement, utf8, slots);
        }
        catch (JsonException error)
        {
            return UnreadableFacts.Of(error, json.Span);
        }
        catch (InvalidOperationException)
        {
            // A member name with half of a surrogate pair has no text.
            return UnreadableFacts.At(utf8.Span, 0, "a member name is not text");
        }
    }

    private static FactDocumentReading Read(JsonElement root, ReadOnlyMemory<byte> bytes, FactSlots slots)
    {
        if (Complaint(root) is { } complaint)
        {
            return UnreadableFacts.At(bytes.Span, 0, complaint);
        }

        DateTimeOffset? collectedAt = null;
        if (Member(root, "collected_at") is { ValueKind: not JsonValueKind.Null } moment)
        {
            if (moment.ValueKind != JsonValueKind.String || !Instants.TryParse(moment.GetString()!, out var instant))
            {
                return UnreadableFacts.At(bytes.Span, 0, "`collected_at` is not a date");
            }

            collectedAt = instant;
        }

        var collector = Member(root, "collector") is { ValueKind: JsonValueKind.String } name ? name.GetString()! : string.Empty;
        var tree = new FactTree(root.GetProperty("facts"), Member(root, "unknown"), Member(root, "sources"));
        var origin = new FactOrigin(root.GetProperty("host").GetString()!, collectedAt, collector);
        var digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))}";
        return new ReadFacts(new HostFacts(origin, digest, slots.References.Select(tree.Observe).ToSequence()));
    }

    private static string? Complaint(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return "a fact document is an object";
        }

        return Member(root, "format") is not { ValueKind: JsonValueKind.Number } format || !format.TryGetInt32(out var number) || number != 1 ? "`format` is not 1"
            : Member(root, "host") is not { ValueKind: JsonValueKind.String } ? "`host` is missing, or is no text"
            : Member(root, "facts") is not { ValueKind: JsonValueKind.Object } ? "`facts` is missing, or is no object"
            : null;
    }

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var member) ? member : null;

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var (valid, length) = (0, bytes.Length);
        while (length > 0)
        {
            // Halves until the first bad byte is found.
            var step = Math.Max(1, length / 2);
            if (valid + step <= bytes.Length && Utf8.IsValid(TrimPartial(bytes[valid..(valid + step)])))
            {
                valid += TrimPartial(bytes[valid..(valid + step)]).Length;
            }

            length = step == 1 ? 0 : step;
        }

        return valid;
    }

    // Without a character that the cut went through.
    private static ReadOnlySpan<byte> TrimPartial(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > 0 && bytes.Length - end < 3 && (bytes[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        return end > 0 && bytes[end - 1] >= 0xC0 ? bytes[..(end - 1)] : bytes;
    }
}

/// <summary>What reading a fact document gave.</summary>
public abstract record FactDocumentReading
{
    private protected FactDocumentReading()
    {
    }
}

/// <summary>The document was read.</summary>
public sealed record ReadFacts(HostFacts Facts) : FactDocumentReading;

/// <summary>The document cannot be read.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The byte in the line, from 1.</param>
/// <param name="Message">What is wrong, with the position in bytes from the beginning.</param>
public sealed record UnreadableFacts(int Line, int Column, string Message) : FactDocumentReading
{
    internal static UnreadableFacts At(ReadOnlySpan<byte> bytes, int position, string message)
    {
        var before = bytes[..position];
        return new UnreadableFacts(before.Count((byte)'\n') + 1, position - before.LastIndexOf((byte)'\n'), $"{message} (byte {position})");
    }

    internal static UnreadableFacts Of(JsonException error, ReadOnlySpan<byte> bytes)
    {
        // The reader's own text repeats the place in its own words.
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var message = end < 0 ? error.Message : error.Message[..end];
        var position = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            position += bytes[position..].IndexOf((byte)'\n') + 1;
        }

        return At(bytes, Math.Min(bytes.Length, position + (int)(error.BytePositionInLine ?? 0)), message.TrimEnd('.'));
    }
}
