using System.Collections.Immutable;
using System.Globalization;

namespace Policy.Core.Facts;

/// <summary>Writes numbers with their units.</summary>
internal static class MeasureText
{
    private const int LongestWhole = 10_000;
    private const int FractionDigits = 2;

    // Beyond it, no unit makes a number readable, and parts of a base unit no longer fit a decimal.
    private const decimal LargestNumber = 1e24m;

    /// <summary>A short exact text in the largest fitting unit, or else one of three significant digits such as <c>8.00 GiB</c>.</summary>
    public static string Of(decimal value, FactUnit unit)
    {
        var units = MeasureUnit.Preferred(unit);
        if (units.IsEmpty)
        {
            return Plain(value);
        }

        if (Math.Abs(value) > LargestNumber)
        {
            return Exactly(value, unit);
        }

        return Short(value, units) ?? Short(value, Largest(value, MeasureUnit.Alternative(unit))) ?? Rounded(value, units);
    }

    /// <summary>The shortest literal that reads back as exactly this number.</summary>
    public static string Exactly(decimal value, FactUnit unit)
    {
        if (unit == FactUnit.None || value == 0)
        {
            return Plain(value);
        }

        return MeasureUnit.Of(unit)
            .Where(measure => measure.Value == 1 || Math.Abs(value) <= LargestNumber)
            .Select(measure => (Measure: measure, Count: value / measure.Value))
            .Where(item => item.Count * item.Measure.Value == value && IsShort(item.Count, item.Measure))
            .Select(item => MeasureUnit.Written(Plain(item.Count), item.Measure.Name))
            .OrderBy(text => text.Length)
            .First();
    }

    // A number of the base unit is always exact; a product of other units may have too many digits for one decimal.
    private static bool IsShort(decimal count, MeasureUnit unit) => unit.Value == 1 || count == Math.Round(count, FractionDigits);

    private static string? Short(decimal value, ImmutableArray<MeasureUnit> units)
    {
        for (var index = units.Length - 1; index >= 0; index--)
        {
            var count = value / units[index].Value;
            var isFitting = Math.Abs(count) >= 1 || (value == 0 && units[index].Value == 1);
            if (isFitting && Math.Abs(count) < LongestWhole && count == Math.Round(count, FractionDigits) && count * units[index].Value == value)
            {
                return MeasureUnit.Written(Plain(count), units[index].Name);
            }
        }

        return null;
    }

    private static string Rounded(decimal value, ImmutableArray<MeasureUnit> units)
    {
        var unit = Largest(value, units) is [var largest] ? largest : units[0];
        var count = value / unit.Value;
        var format = Math.Abs(count) switch
        {
            >= 100 => "F0",
            >= 10 => "F1",
            _ => "F2",
        };
        return MeasureUnit.Written(count.ToString(format, CultureInfo.InvariantCulture), unit.Name);
    }

    // The largest unit of which there is at least one.
    private static ImmutableArray<MeasureUnit> Largest(decimal value, ImmutableArray<MeasureUnit> units) =>
        units.LastOrDefault(unit => Math.Abs(value) >= unit.Value) is { } largest ? [largest] : [];

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
