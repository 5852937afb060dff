namespace Policy.Authoring.Explanations;

/// <summary>The words of the language that stand in conditions, each with an example.</summary>
public static class WordStories
{
    /// <summary>The operators, and then the keywords.</summary>
    public static IReadOnlyList<WordStory> Everything { get; } = [.. OperatorExamples.Everything, .. KeywordStories.Everything];

    // Words that have no meaning without another one.
    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["then"] = "when",
        ["else"] = "when",
        ["cases"] = "switch",
        ["default"] = "switch",
        ["times"] = "fact",
        ["plus"] = "fact",
        ["define"] = "use",
        ["parameters"] = "parameter",
    };

    /// <summary>The story of a word, or of the word that it is a part of; null if it is none.</summary>
    public static WordStory? Find(string word) => Everything.FirstOrDefault(story => story.Word == Parts.GetValueOrDefault(word, word));
}
