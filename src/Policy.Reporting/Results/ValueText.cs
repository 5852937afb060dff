using Policy.Core.Facts;

namespace Policy.Reporting.Results;

/// <summary>Fact values as readers see them: short, and said where something was left out.</summary>
public static class ValueText
{
    /// <summary>The most characters of a value in a document.</summary>
    private const int MostInDocuments = 400;

    /// <summary>The value in words; of long ones the beginning and how much there is.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type under which it was read.</param>
    /// <param name="most">The most characters of it.</param>
    public static string Of(FactValue value, FactType type, int most = MostInDocuments)
    {
        if (value is MapValue { Entries.Items.Count: > 5 } map)
        {
            return $"{map.Entries.Items.Count} entries";
        }

        var text = FactText.Of(value, type);
        if (text.Length <= most)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return value is ListValue list ? $"{text[..end]}... ({list.Items.Count} items)" : $"{text[..end]}... ({text.Length} characters)";
    }
}
