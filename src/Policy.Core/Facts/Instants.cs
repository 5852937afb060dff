using System.Globalization;

namespace Policy.Core.Facts;

/// <summary>Dates: <c>YYYY-MM-DD</c> is midnight in UTC, RFC 3339 has a zone.</summary>
public static class Instants
{
    private const int DateLength = 10;
    private const int TimeLength = 8;

    /// <summary>Reads <c>YYYY-MM-DD</c>, midnight in UTC, or RFC 3339 with a zone; digits beyond 100 ns are dropped.</summary>
    /// <returns>False for any other text, a day that no calendar has, and an instant outside of the years 1 to 9999.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < DateLength || !TryDay(text[..DateLength], out var day))
        {
            return false;
        }

        var ticks = 0L;
        var rest = text[DateLength..];
        if (rest.Length > 0 && !(rest[0] is 'T' or 't' && TryTime(rest[1..], out ticks)))
        {
            return false;
        }

        ticks += day.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks || IsMisplacedLeapSecond(rest, ticks))
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>RFC 3339 in UTC; a fraction only if there is one.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day alone for midnight in UTC, else as <see cref="Text"/>.</summary>
    public static string ShortText(DateTimeOffset instant) =>
        instant.UtcDateTime is { TimeOfDay.Ticks: 0 } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Text(instant);

    private static bool TryDay(ReadOnlySpan<char> text, out DateTime day) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    // The ticks from midnight in UTC: negative, or more than a day, when the zone says so.
    private static bool TryTime(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < TimeLength
            || text[2] != ':'
            || text[5] != ':'
            || !TryTwo(text, 23, out var hours)
            || !TryTwo(text[3..], 59, out var minutes)
            || !TryTwo(text[6..], 60, out var seconds)
            || !TryFraction(text[TimeLength..], out var fraction, out var zone)
            || !TryZone(zone, out var offset))
        {
            return false;
        }

        ticks = ((((hours * 60L) + minutes - offset) * 60) + seconds) * TimeSpan.TicksPerSecond + fraction;
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> text, out long ticks, out ReadOnlySpan<char> rest)
    {
        ticks = 0;
        rest = text;
        if (!text.StartsWith('.'))
        {
            return true;
        }

        var unit = TimeSpan.TicksPerSecond;
        var length = 1;
        for (; length < text.Length && char.IsAsciiDigit(text[length]); length++)
        {
            unit /= 10;
            ticks += (text[length] - '0') * unit;
        }

        rest = text[length..];
        return length > 1;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':' || !TryTwo(text[1..], 23, out var hours) || !TryTwo(text[4..], 59, out minutes))
        {
            return false;
        }

        minutes += hours * 60;
        minutes = text[0] == '-' ? -minutes : minutes;
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<char> text, int most, out int value) =>
        int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;

    // A leap second is the last one of a month in UTC; it is the instant at which the next month begins.
    private static bool IsMisplacedLeapSecond(ReadOnlySpan<char> time, long ticks)
    {
        if (time.Length <= TimeLength || time[7] != '6')
        {
            return false;
        }

        var next = new DateTime(ticks, DateTimeKind.Utc);
        return next is not { Day: 1, Hour: 0, Minute: 0, Second: 0 };
    }
}
