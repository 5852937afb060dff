using Policy.Core.Facts;

namespace Policy.Reporting.Results;

/// <summary>Fact values as readers see them: short, and said where something was left out.</summary>
public static class ValueText
{
    /// <summary>The most characters of a value.</summary>
    private const int MostCharacters = 400;

    /// <summary>The value in words; of long ones the beginning and how much there is.</summary>
    public static string Of(FactValue value, FactType type)
    {
        if (value is MapValue { Entries.Items.Count: > 5 } map)
        {
            return $"{map.Entries.Items.Count} entries";
        }

        var text = FactText.Of(value, type);
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters;
        return value is ListValue list ? $"{text[..end]}... ({list.Items.Count} items)" : $"{text[..end]}... ({text.Length} characters)";
    }
}
