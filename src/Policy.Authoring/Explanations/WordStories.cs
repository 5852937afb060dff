namespace Policy.Authoring.Explanations;

/// <summary>The words of the language that stand in conditions, each with an example.</summary>
public static class WordStories
{
    /// <summary>The operators, and then the keywords.</summary>
    public static IReadOnlyList<WordStory> Everything { get; } = [.. OperatorExamples.Everything, .. KeywordStories.Everything];

    /// <summary>The story of a word; null if it is none.</summary>
    public static WordStory? Find(string word) => Everything.FirstOrDefault(story => story.Word == word);
}
