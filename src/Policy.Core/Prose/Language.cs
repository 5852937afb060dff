using System.Collections.Immutable;
using System.Text;
using Policy.Core.Rules;

namespace Policy.Core.Prose;

/// <summary>A language in which the program explains policies: its phrases by key.</summary>
/// <param name="Tag">Its BCP 47 tag, such as <c>zh-Hant</c>; translations by authors are found under it.</param>
/// <param name="Phrases">
/// The phrases by key, such as <c>operator.at_least</c>; <c>{0}</c> and <c>{1}</c> stand for what is filled in. Every language has the same keys.
/// </param>
/// <remarks>A further language is a further table, and a line in <see cref="Everything"/>.</remarks>
public sealed record Language(string Tag, IReadOnlyDictionary<string, string> Phrases)
{
    // The first character of the East Asian blocks.
    private const char FirstWide = '\u2E80';

    /// <summary>English.</summary>
    public static Language English { get; } = new("en", EnglishPhrases.Table);

    /// <summary>Chinese in traditional characters.</summary>
    public static Language TraditionalChinese { get; } = new("zh-Hant", TraditionalChinesePhrases.Table);

    /// <summary>Chinese in simplified characters.</summary>
    public static Language SimplifiedChinese { get; } = new("zh-Hans", SimplifiedChinesePhrases.Table);

    /// <summary>All of them.</summary>
    public static ImmutableArray<Language> Everything { get; } = [English, TraditionalChinese, SimplifiedChinese];

    /// <summary>The language of a tag or of a locale, such as <c>zh-Hant</c>, <c>zh-TW</c> or <c>zh_TW.UTF-8</c>; null if there is none.</summary>
    public static Language? Find(string name)
    {
        var parts = name.Split('.', '@')[0].Replace('_', '-').ToLowerInvariant().Split('-');
        return parts switch
        {
            ["en", ..] or ["c"] or ["posix"] => English,
            ["zh", "hant" or "tw" or "hk" or "mo", ..] => TraditionalChinese,
            ["zh", ..] => SimplifiedChinese,
            _ => null,
        };
    }

    /// <summary>An author's text in this language; in English where it is not translated.</summary>
    public string Of(ReaderText text) => text.Translations.FirstOrDefault(item => Find(item.Key) == this).Value ?? text.English;

    /// <summary>A phrase with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such phrase; a test keeps that from happening.</exception>
    public string Say(string key, params ReadOnlySpan<string> parts)
    {
        var rest = Phrases[key].AsSpan();
        var text = new StringBuilder();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            text.Append(rest[..open]).Append(parts[rest[open + 1] - '0']);
            rest = rest[(open + 3)..];
        }

        return Tight(text.Append(rest).ToString());
    }

    // A blank sets a name off from Chinese text; between two Chinese characters none belongs.
    private static string Tight(string text)
    {
        for (var blank = text.IndexOf(' ', StringComparison.Ordinal); blank >= 0 && blank < text.Length - 1; blank = text.IndexOf(' ', blank + 1))
        {
            text = blank > 0 && text[blank - 1] >= FirstWide && text[blank + 1] >= FirstWide ? text.Remove(blank, 1) : text;
        }

        return text;
    }
}
