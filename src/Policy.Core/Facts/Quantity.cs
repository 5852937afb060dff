namespace Policy.Core.Facts;

/// <summary>Reads the text of a number, with its unit if it has one.</summary>
internal static class Quantity
{
    /// <summary>How long the number is with which the text begins: <c>-?[0-9]+(\.[0-9]+)?</c>; 0 if there is none.</summary>
    public static int NumberLength(ReadOnlySpan<char> text)
    {
        var start = text.StartsWith('-') ? 1 : 0;
        var whole = DigitsAt(text, start);
        if (whole == start)
        {
            return 0;
        }

        if (whole == text.Length || text[whole] != '.')
        {
            return whole;
        }

        var fraction = DigitsAt(text, whole + 1);
        return fraction == whole + 1 ? whole : fraction;
    }

    /// <summary>Reads a number in base units.</summary>
    /// <param name="unit">What it counts.</param>
    /// <param name="text">The text, such as <c>8 GiB</c>; spaces may stand between number and unit.</param>
    /// <param name="value">The number; 0 if the text has a problem.</param>
    /// <returns>What is wrong with the text, or <see cref="QuantityProblem.None"/>.</returns>
    public static QuantityProblem Read(FactUnit unit, string text, out decimal value)
    {
        value = 0;
        var length = NumberLength(text);
        if (length == 0)
        {
            return QuantityProblem.NotANumber;
        }

        var name = text.AsSpan(length).TrimStart(' ');
        if (name.Length == 0 && text.Length > length)
        {
            return QuantityProblem.NotANumber;
        }

        var exact = ExactNumber.Of(text.AsSpan(0, length));
        var measure = name.Length == 0 ? new MeasureUnit("", 1) : Find(unit, name);
        if (measure is null)
        {
            return QuantityProblem.UnknownUnit;
        }

        if (name.Length == 0 && unit != FactUnit.None && exact?.Digits != 0)
        {
            return QuantityProblem.NoUnit;
        }

        value = exact?.Times(measure.Factor, measure.Power) ?? 0;
        return exact?.Times(measure.Factor, measure.Power) is null ? QuantityProblem.TooManyDigits : QuantityProblem.None;
    }

    private static MeasureUnit? Find(FactUnit unit, ReadOnlySpan<char> name)
    {
        foreach (var measure in MeasureUnit.Of(unit))
        {
            if (name.SequenceEqual(measure.Name))
            {
                return measure;
            }
        }

        return null;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }
}

/// <summary>Why the text of a number cannot be read.</summary>
internal enum QuantityProblem
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>It does not begin with a number.</summary>
    NotANumber,

    /// <summary>A unit is needed.</summary>
    NoUnit,

    /// <summary>What stands behind the number is no unit of what is counted.</summary>
    UnknownUnit,

    /// <summary>It cannot be held exactly.</summary>
    TooManyDigits,
}
