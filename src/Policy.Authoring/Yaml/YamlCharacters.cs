using System.Buffers;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>Characters that make a document look different from what it says.</summary>
internal static class YamlCharacters
{
    private const string Directions = "\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
    private const string Invisible = "\u200B\u200E\u200F\u2028\u2029\uFEFF";
    private static readonly string Controls = string.Concat(
        Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code).Where(code => code is not ('\t' or '\n' or '\r')));

    private static readonly string Surrogates = string.Concat(Enumerable.Range(0xD800, 0x800).Select(code => (char)code));
    private static readonly SearchValues<char> InSource = SearchValues.Create(Controls + Directions + Invisible + Surrogates);
    private static readonly SearchValues<char> InValue = SearchValues.Create(Controls + Directions + Surrogates);

    /// <summary>Complains about each of them in a document.</summary>
    public static void Check(SourceText source, YamlComplaints complaints)
    {
        var cursor = new TextCursor(source.File, source.Text);
        var index = Find(source.Text, 0, InSource);
        for (; index >= 0 && !complaints.IsFull; index = Find(source.Text, index + (IsTag(source.Text, index) ? 2 : 1), InSource))
        {
            complaints.Add(Complain(source.Text, index, cursor.At(index)));
        }
    }

    /// <summary>Complains about the first one in a scalar whose escapes are resolved; an invisible one that was escaped is meant.</summary>
    public static void CheckEscaped(string value, SourceSpan span, YamlComplaints complaints)
    {
        var index = Find(value, 0, InValue);
        if (index >= 0)
        {
            complaints.Add(Complain(value, index, span));
        }
    }

    private static Diagnostic Complain(string text, int index, SourceSpan span)
    {
        var character = text[index];
        var code = Quotation.CodePoint(IsTag(text, index) ? char.ConvertToUtf32(text, index) : character);
        return IsTag(text, index)
            ? new(DiagnosticCodes.ControlCharacter, span, $"the character {code} is invisible", "remove it")
            : Directions.Contains(character, StringComparison.Ordinal)
            ? new(DiagnosticCodes.ControlCharacter, span, $"the character {code} changes the direction of the text", "remove it")
            : Invisible.Contains(character, StringComparison.Ordinal)
            ? new(DiagnosticCodes.ControlCharacter, span, $"the character {code} is invisible", $"remove it; a text for readers may have it as `\\u{(int)character:X4}` in double quotes")
            : char.IsSurrogate(character)
            ? new(DiagnosticCodes.ControlCharacter, span, $"the character {code} is half of a pair", "remove it")
            : new(DiagnosticCodes.ControlCharacter, span, $"the control character {code} is not allowed", "remove it");
    }

    // Copies of the ASCII characters that no font shows: they carry whole sentences past a reviewer.
    private static bool IsTag(string text, int index) =>
        index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]) && char.ConvertToUtf32(text, index) is >= 0xE0000 and <= 0xE007F;

    private static int Find(string text, int from, SearchValues<char> wanted)
    {
        for (var index = from; index < text.Length; index += 2)
        {
            var found = text.AsSpan(index).IndexOfAny(wanted);
            index += found;
            if (found < 0 || index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]) || IsTag(text, index))
            {
                return found < 0 ? -1 : index;
            }
        }

        return -1;
    }
}
