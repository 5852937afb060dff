using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Policy.Core.Facts.Documents;

namespace Policy.Core.Facts;

/// <summary>Reads fact documents of format 1 for one plan.</summary>
/// <remarks>
/// A document is scanned once and only wanted places are read. Refused as a whole: what is not UTF-8 or not JSON, a name that stands
/// twice in an object, more than 64 levels, another format, and no host. May be used by several threads at once.
/// </remarks>
public static class FactDocumentReader
{
    /// <summary>Reads one document: one observation for each slot, the source of a present or absent one being the first that is named.</summary>
    /// <param name="utf8">The bytes of the document, with or without a byte order mark.</param>
    /// <param name="slots">The facts to read.</param>
    public static FactDocumentReading Read(ReadOnlyMemory<byte> utf8, FactSlots slots)
    {
        var document = utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        if (!Utf8.IsValid(document.Span))
        {
            return Refused("the document is not UTF-8", document.Span, LengthOfUtf8(document.Span));
        }

        var scan = new DocumentScan(document, slots.Wanted);
        try
        {
            return scan.Run() is { } facts
                ? new ReadFacts(facts with { Digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(utf8.Span))}" })
                : Refused(scan.Problem?.Message ?? "the document ends too early", document.Span, scan.Problem?.Offset ?? document.Length);
        }
        catch (JsonException exception)
        {
            return new UnreadableFacts(
                (int)(exception.LineNumber ?? 0) + 1,
                (int)(exception.BytePositionInLine ?? 0) + 1,
                $"the document is not JSON: {Reason(exception)}");
        }
        finally
        {
            scan.GiveBack();
        }
    }

    private static UnreadableFacts Refused(string message, ReadOnlySpan<byte> document, long offset)
    {
        var before = document[..(int)Math.Min(offset, document.Length)];
        return new UnreadableFacts(before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), message);
    }

    // The library's text ends in a place, which stands beside the message already.
    private static string Reason(JsonException exception)
    {
        var text = exception.Message;
        var end = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        text = (end < 0 ? text : text[..end]).TrimEnd('.').ReplaceLineEndings(" ");
        return text.Length == 0 ? "it cannot be read" : char.ToLowerInvariant(text[0]) + text[1..];
    }

    private static int LengthOfUtf8(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var used) == OperationStatus.Done)
        {
            length += used;
        }

        return length;
    }
}
