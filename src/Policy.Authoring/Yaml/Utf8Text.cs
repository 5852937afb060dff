using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>Makes text of the bytes of a document.</summary>
public static class Utf8Text
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Decodes strict UTF-8; a byte order mark at the start is left out.</summary>
    /// <param name="file">The name of the document.</param>
    /// <param name="bytes">Its bytes, at most 64 MiB.</param>
    /// <returns>No text, and the place of the first bad byte, if they are not UTF-8; UTF-16 and UTF-32 are recognized.</returns>
    public static Checked<SourceText> Decode(string file, ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length > YamlBudget.DocumentBytes)
        {
            return Refused(new Diagnostic(
                DiagnosticCodes.Budget, SourceSpan.StartOf(file), $"the document has {span.Length} bytes, more than the {YamlBudget.DocumentBytes} that are allowed"));
        }

        if (OtherEncoding(span) is { } encoding)
        {
            return Refused(new Diagnostic(DiagnosticCodes.NotUtf8, SourceSpan.StartOf(file), $"found {encoding}, expected UTF-8", "save the file as UTF-8"));
        }

        var content = span.StartsWith(Mark) ? span[Mark.Length..] : span;
        return Utf8.IsValid(content)
            ? new Checked<SourceText>(new SourceText(file, Encoding.UTF8.GetString(content)), [])
            : Refused(BadByte(file, content));
    }

    private static Checked<SourceText> Refused(Diagnostic diagnostic) => new(null, [diagnostic]);

    /// <summary>A document begins with an ASCII character or a byte order mark, so that zeros beside it tell the encoding.</summary>
    private static string? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [not 0, 0, 0, 0, ..] or [0, 0, 0, not 0, ..] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..] => "UTF-16",
        [not 0, 0] or [0, not 0] => "UTF-16",
        _ => null,
    };

    private static Diagnostic BadByte(string file, ReadOnlySpan<byte> content)
    {
        var good = 0;
        while (Rune.DecodeFromUtf8(content[good..], out _, out var length) == OperationStatus.Done)
        {
            good += length;
        }

        var before = Encoding.UTF8.GetString(content[..good]);
        return new Diagnostic(
            DiagnosticCodes.NotUtf8, new TextCursor(file, before).At(before.Length), $"the byte 0x{content[good]:X2} is not UTF-8 here", "save the file as UTF-8");
    }
}
