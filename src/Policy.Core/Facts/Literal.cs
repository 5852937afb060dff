using Policy.Core.Diagnostics;
using Policy.Core.Facts.Versions;

namespace Policy.Core.Facts;

/// <summary>Reads the literals of the language under the type that their position expects.</summary>
public static class Literal
{
    private const int LongestQuote = 64;

    /// <summary>Reads the source text of a scalar.</summary>
    /// <param name="type">The expected type; a list, record or map has no literal of its own.</param>
    /// <param name="text">The text without quotes and outer spaces.</param>
    /// <returns>The value in base units, or what is wrong with the text.</returns>
    public static LiteralReading Read(FactType type, string text) => type switch
    {
        BooleanType => ReadBoolean(text),
        NumberType number => ReadNumber(number.Unit, text),
        StringType word => ReadString(word, text),
        VersionType version => ReadVersion(version.Scheme, text),
        DateType => ReadDate(text),
        _ => Error($"`{Quote(text)}` stands where a {type} belongs", null),
    };

    private static LiteralReading ReadBoolean(string text) => text switch
    {
        "true" => new LiteralOk(new BooleanValue(true)),
        "false" => new LiteralOk(new BooleanValue(false)),
        _ => Error($"`{Quote(text)}` is not a boolean", BooleanMeant(text) is { } meant ? $"write `{meant}`" : "write `true` or `false`") with { Meant = BooleanMeant(text) },
    };

    private static string? BooleanMeant(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "on" or "1" or "enabled" => "true",
        "false" or "no" or "n" or "off" or "0" or "disabled" => "false",
        _ => null,
    };

    private static LiteralReading ReadNumber(FactUnit unit, string text)
    {
        var problem = Quantity.Read(unit, text, out var value);
        var quoted = Quote(text);
        return problem switch
        {
            QuantityProblem.None => new LiteralOk(new NumberValue(value)),
            QuantityProblem.NoUnit => new LiteralError(
                DiagnosticCodes.MissingUnit,
                $"`{quoted}` has no unit",
                $"write `{MeasureUnit.Written(quoted, MeasureUnit.Usual(unit))}`")
            {
                Meant = MeasureUnit.Of(unit) is [var only] ? MeasureUnit.Written(text, only.Name) : null,
            },
            QuantityProblem.UnknownUnit => UnknownUnit(unit, text),
            QuantityProblem.TooManyDigits => Error($"`{quoted}` cannot be held exactly", "write at most 28 significant digits"),
            _ => Error($"`{quoted}` is not a {new NumberType(unit)}", $"write {Example(unit)}"),
        };
    }

    private static LiteralError UnknownUnit(FactUnit unit, string text)
    {
        var name = text[Quantity.NumberLength(text)..].TrimStart(' ');
        if (unit == FactUnit.None)
        {
            return Error($"`{Quote(text)}` is not a number", "write digits, with a point before a fraction and without a unit");
        }

        var names = MeasureUnit.Of(unit).Select(measure => measure.Name).ToArray();
        var near = Array.Find(names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Of(name, names);
        var help = near is null || name.Length < 2 ? $"the units are {string.Join(", ", names.Select(known => $"`{known}`"))}" : $"did you mean `{near}`?";
        var meant = names.Where(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return Error($"`{Quote(name)}` is not a unit of {Measured(unit)}", help) with { Meant = meant is [var only] ? MeasureUnit.Written(text[..Quantity.NumberLength(text)], only) : null };
    }

    private static string Measured(FactUnit unit) => unit == FactUnit.Percent ? "percentages" : $"a {new NumberType(unit)}";

    private static string Example(FactUnit unit) => unit switch
    {
        FactUnit.None => "digits, with a point before a fraction, such as `4` or `0.5`",
        FactUnit.Percent => "a percentage such as `80%`",
        FactUnit.Bandwidth => "a number with its unit, such as `10 Gbit/s`",
        FactUnit.Duration => "a number with its unit, such as `90 d`",
        FactUnit.Frequency => "a number with its unit, such as `2.4 GHz`",
        _ => "a number with its unit, such as `8 GiB`",
    };

    private static LiteralReading ReadString(StringType type, string text)
    {
        if (type.OneOf.Count == 0 || type.OneOf.Contains(text))
        {
            return new LiteralOk(new StringValue(text));
        }

        var near = type.OneOf.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
        var help = near is null ? NearestName.Help(text, type.OneOf) : $"did you mean `{near}`?";
        var meant = type.OneOf.Count(known => known.Equals(text, StringComparison.OrdinalIgnoreCase)) == 1 ? near : NearestName.Only(text, type.OneOf);
        return new LiteralError(DiagnosticCodes.NotOneOf, $"`{Quote(text)}` is not one of {string.Join(", ", type.OneOf.Select(known => $"`{known}`"))}", help) { Meant = meant };
    }

    private static LiteralReading ReadVersion(VersionScheme scheme, string text) =>
        VersionOrder.CanRead(scheme, text)
            ? new LiteralOk(new VersionValue(text, scheme))
            : Error($"`{Quote(text)}` is not a version{Scheme(scheme)}", scheme == VersionScheme.SemVer ? "write three numbers, such as `1.0.0`" : "write a version such as `5.10`");

    private static string Scheme(VersionScheme scheme) => scheme switch
    {
        VersionScheme.Native => " that any package manager can read",
        VersionScheme.Dotted => "",
        _ => $" of the scheme `{scheme.ToString().ToLowerInvariant()}`",
    };

    private static LiteralReading ReadDate(string text) =>
        Instants.TryParse(text, out var instant)
            ? new LiteralOk(new DateValue(instant))
            : Error($"`{Quote(text)}` is not a date", "write `YYYY-MM-DD`, or a time with its zone such as `2026-11-22T09:59:31Z`");

    private static LiteralError Error(string message, string? help) => new(DiagnosticCodes.Literal, message, help);

    // A message is one line, however long the text is.
    private static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? line : $"{line.AsSpan(0, LongestQuote)}...";
    }
}
