using Policy.Core.Diagnostics;
using Policy.Core.Facts.Versions;

namespace Policy.Core.Facts;

/// <summary>Reads the literals of LANGUAGE 3.1 under the type that their position expects.</summary>
public static class Literal
{
    /// <summary>Reads a text.</summary>
    /// <param name="type">A scalar type.</param>
    /// <param name="text">The source text, without quotes.</param>
    public static LiteralReading Read(FactType type, string text) => type switch
    {
        BooleanType => text is "true" or "false" ? new LiteralOk(new BooleanValue(text == "true")) : Unreadable(text, "a boolean", "write `true` or `false`"),
        NumberType number => Quantity.Read(number.Unit, text),
        StringType { OneOf.Count: > 0 } choice when !choice.OneOf.Contains(text) => Foreign(choice, text),
        StringType => new LiteralOk(new StringValue(text)),
        VersionType version => VersionOrder.CanRead(version.Scheme, text)
            ? new LiteralOk(new VersionValue(text, version.Scheme))
            : Unreadable(text, $"a version of the scheme {version.Scheme.ToString().ToLowerInvariant()}", version.Scheme == VersionScheme.SemVer ? "write `1.0.0` or `1.0.0-rc.1`" : "write a version, such as `5.10`"),
        DateType => Instants.TryParse(text, out var instant)
            ? new LiteralOk(new DateValue(instant))
            : Unreadable(text, "a date", "write `2026-11-22` or `2026-11-22T10:00:00Z`"),
        _ => Unreadable(text, $"a {type}", null),
    };

    internal static LiteralError Unreadable(string text, string expected, string? help) =>
        new(DiagnosticCodes.Literal, $"`{text}` is not {expected}", help);

    private static LiteralError Foreign(StringType choice, string text) => new(
        DiagnosticCodes.NotOneOf,
        $"`{text}` is not one of {string.Join(", ", choice.OneOf.Select(word => $"`{word}`"))}",
        NearestName.Help(text, choice.OneOf));
}

/// <summary>What reading a literal gave.</summary>
public abstract record LiteralReading
{
    private protected LiteralReading()
    {
    }
}

/// <summary>The text has a value.</summary>
public sealed record LiteralOk(FactValue Value) : LiteralReading;

/// <summary>The type cannot read the text.</summary>
/// <param name="Code">The kind of complaint.</param>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Help">What to write instead; may be null.</param>
public sealed record LiteralError(DiagnosticCode Code, string Message, string? Help) : LiteralReading;
