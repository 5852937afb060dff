using Policy.Core.Prose;

namespace Policy.Reporting.Words;

/// <summary>The words of reports in a language: those of documents, and behind them those of prose.</summary>
/// <param name="Language">The language.</param>
public sealed record ReportWords(Language Language)
{
    /// <summary>The words of English.</summary>
    public static ReportWords English { get; } = new(Language.English);

    private readonly Language documents = Language with { Phrases = TableOf(Language.Tag) };

    /// <summary>The keys of a language's words.</summary>
    public static IReadOnlyDictionary<string, string> TableOf(string tag) => tag switch
    {
        "zh-Hant" => TraditionalChineseWords.Table,
        "zh-Hans" => SimplifiedChineseWords.Table,
        _ => EnglishWords.Table,
    };

    /// <summary>Whether there is a word or phrase of a name.</summary>
    public bool Has(string key) => documents.Phrases.ContainsKey(key) || Language.Phrases.ContainsKey(key);

    /// <summary>A word or phrase with its places filled; null if there is none of that name.</summary>
    public string? Find(string key, params ReadOnlySpan<string> parts) => !Has(key) ? null : (documents.Phrases.ContainsKey(key) ? documents : Language).Say(key, parts);

    /// <summary>A word or phrase with its places filled.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name; a test keeps that from happening.</exception>
    public string Say(string key, params ReadOnlySpan<string> parts) => Find(key, parts) ?? throw new KeyNotFoundException(key);
}
