using System.Globalization;
using System.Text;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>Complains about characters that nobody sees, and about letters that look like others, where they would change what a document means.</summary>
/// <remarks>
/// In keys, ids, paths and literals all of them are refused. In texts for readers they stay: Persian, Hindi and emoji need joiners.
/// Characters that change the direction of text are refused everywhere, before the document has a structure.
/// </remarks>
internal sealed class HiddenCharacters(Complaints complaints)
{
    private static readonly HashSet<string> ForReaders = new(StringComparer.Ordinal) { "title", "summary", "why", "describe", "text", "reason", "owner" };
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "policy", "profile", "waivers", "tests", "id", "use", "parameter", "fact", "switch", "rule", "host", "based_on",
    };

    /// <summary>Looks at a whole document.</summary>
    public void Check(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                CheckInvisible(scalar);
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Check(item);
                }

                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Check(entry);
                }

                break;
        }
    }

    private void Check(YamlEntry entry)
    {
        CheckInvisible(entry.Key);
        if (entry.Key.Text != "cases")
        {
            CheckLetters(entry.Key);
        }

        if (entry.Value is YamlScalar name && Names.Contains(entry.Key.Text))
        {
            CheckLetters(name);
        }

        if (!ForReaders.Contains(entry.Key.Text))
        {
            Check(entry.Value);
        }
    }

    private void CheckInvisible(YamlScalar scalar)
    {
        if (!Ascii.IsValid(scalar.Text) && scalar.Text.EnumerateRunes().FirstOrDefault(IsInvisible) is { Value: > 0 } rune)
        {
            complaints.Add(DiagnosticCodes.ControlCharacter, scalar.Span, $"the character {Quotation.CodePoint(rune.Value)} is invisible", "remove it: only texts for readers may have it");
        }
    }

    // Behind a parenthesis stands a key of the host's own, in any script.
    private void CheckLetters(YamlScalar name)
    {
        var text = name.Text.AsSpan(0, name.Text.IndexOf('(', StringComparison.Ordinal) is >= 0 and var open ? open : name.Text.Length);
        if (!Ascii.IsValid(text) && text.ContainsAnyInRange('a', 'z') && FirstOf(text, LooksLatin) is { } rune)
        {
            complaints.Add(DiagnosticCodes.ControlCharacter, name.Span, $"{Quotation.CodePoint(rune.Value)} is not the Latin letter that it looks like", "write the name with a to z");
        }
    }

    private static Rune? FirstOf(ReadOnlySpan<char> text, Func<Rune, bool> isWanted)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (isWanted(rune))
            {
                return rune;
            }
        }

        return null;
    }

    // Greek, Cyrillic, Armenian, Cherokee, and the wide and mathematical forms of Latin letters.
    private static bool LooksLatin(Rune rune) => rune.Value is (>= 0x0370 and <= 0x058F) or (>= 0x13A0 and <= 0x13FF) or (>= 0xFF21 and <= 0xFF5A) or (>= 0x1D400 and <= 0x1D7FF);

    // Format characters, selectors of variants, and letters without a form; signs of Arabic and Syriac that are formats of visible digits stay.
    private static bool IsInvisible(Rune rune) => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0 or 0x2028 or 0x2029
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE01EF)
        || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not ((>= 0x0600 and <= 0x08FF and not 0x061C) or 0x110BD or 0x110CD));
}
