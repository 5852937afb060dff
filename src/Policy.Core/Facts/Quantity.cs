using System.Globalization;
using Policy.Core.Diagnostics;

namespace Policy.Core.Facts;

/// <summary>Numbers with their units.</summary>
internal static class Quantity
{
    /// <summary>The most significant digits of a number.</summary>
    private const int MostDigits = 28;

    /// <summary>The names of the units of each kind with their size in the base unit, from the smallest; a name that only differs in case is another unit.</summary>
    public static IReadOnlyList<UnitName> Names(FactUnit unit) => unit switch
    {
        FactUnit.Size =>
        [
            new("B", 1), new("kB", 1e3m), new("KiB", 1024m), new("MB", 1e6m), new("MiB", 1024m * 1024), new("GB", 1e9m), new("GiB", 1024m * 1024 * 1024),
            new("TB", 1e12m), new("TiB", 1024m * 1024 * 1024 * 1024), new("PB", 1e15m), new("PiB", 1024m * 1024 * 1024 * 1024 * 1024),
        ],
        FactUnit.Frequency => [new("Hz", 1), new("kHz", 1e3m), new("MHz", 1e6m), new("GHz", 1e9m)],
        FactUnit.Duration => [new("ms", 0.001m), new("s", 1), new("min", 60), new("h", 3600), new("d", 86400)],
        FactUnit.Bandwidth => [new("bit/s", 1), new("kbit/s", 1e3m), new("Mbit/s", 1e6m), new("Gbit/s", 1e9m)],
        FactUnit.Percent => [new("%", 1)],
        FactUnit.None => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Reads a number; with a unit unless it is 0 or counts nothing particular.</summary>
    public static LiteralReading Read(FactUnit unit, string text)
    {
        var length = NumberLength(text);
        var suffix = text[length..].TrimStart(' ');
        if (length == 0 || !IsUnitLike(suffix))
        {
            return Literal.Unreadable(text, unit == FactUnit.None ? "a number" : $"a {unit.ToString().ToLowerInvariant()}", Example(unit));
        }

        if (!TryNumber(text[..length], out var number))
        {
            return Literal.Unreadable(text, $"a number of at most {MostDigits} digits", null);
        }

        if (suffix.Length == 0 && (unit == FactUnit.None || number == 0))
        {
            return length == text.Length ? new LiteralOk(new NumberValue(number)) : Literal.Unreadable(text, "a number", null);
        }

        return suffix.Length == 0
            ? new LiteralError(DiagnosticCodes.MissingUnit, $"`{text}` has no unit", Example(unit, text))
            : Scale(number, suffix, unit, text);
    }

    /// <summary>Reads <c>-?[0-9]+(\.[0-9]+)?</c> exactly; false if it has more digits than a number can hold.</summary>
    public static bool TryNumber(string text, out decimal number)
    {
        var digits = text.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count();
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            && digits <= MostDigits && text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 <= (text.Contains('.', StringComparison.Ordinal) ? MostDigits : text.Length);
    }

    private static LiteralReading Scale(decimal number, string suffix, FactUnit unit, string text)
    {
        var names = Names(unit);
        if (names.FirstOrDefault(name => name.Name == suffix) is { Factor: > 0 } found)
        {
            try
            {
                return new LiteralOk(new NumberValue(number * found.Factor));
            }
            catch (OverflowException)
            {
                return Literal.Unreadable(text, $"a number of at most {MostDigits} digits", null);
            }
        }

        var kind = unit == FactUnit.None ? "a plain number has no unit" : $"`{suffix}` is no unit of a {unit.ToString().ToLowerInvariant()}";
        var meant = names.FirstOrDefault(name => name.Name.Equals(suffix, StringComparison.OrdinalIgnoreCase)).Name;
        var units = names.Count == 0 ? null
            : meant is not null ? $"did you mean `{meant}`?"
            : $"the units are {string.Join(", ", names.Select(name => $"`{name.Name}`"))}";
        return new LiteralError(DiagnosticCodes.Literal, $"`{text}`: {kind}", units);
    }

    // What follows a number and has digits or signs is no unit, but a text of another kind: a date, an exponent.
    private static bool IsUnitLike(string suffix) => suffix.All(character => char.IsLetter(character) || character is '/' or '%');

    private static int NumberLength(string text)
    {
        var start = text.StartsWith('-') ? 1 : 0;
        var whole = CountDigits(text, start);
        if (whole == 0)
        {
            return 0;
        }

        var end = start + whole;
        var fraction = end < text.Length && text[end] == '.' ? CountDigits(text, end + 1) : 0;
        return fraction > 0 ? end + 1 + fraction : end;
    }

    private static int CountDigits(string text, int start) => start > text.Length ? 0 : Versions.Digits.Count(text.AsSpan(start));

    private static string? Example(FactUnit unit, string number = "8") => unit switch
    {
        FactUnit.Size => $"write `{number} GiB`",
        FactUnit.Frequency => $"write `{number} GHz`",
        FactUnit.Duration => $"write `{number} s`",
        FactUnit.Bandwidth => $"write `{number} Gbit/s`",
        FactUnit.Percent => $"write `{number}%`",
        FactUnit.None => "write digits, such as `4` or `0.5`",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>A unit.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Factor">How many base units it is.</param>
internal readonly record struct UnitName(string Name, decimal Factor);
