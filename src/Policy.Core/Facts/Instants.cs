using System.Globalization;

namespace Policy.Core.Facts;

/// <summary>Dates: <c>YYYY-MM-DD</c> is midnight UTC, RFC 3339 has a zone.</summary>
public static class Instants
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Reads a date; fractions of seconds count to 100 ns.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < Day.Length
            || !DateTime.TryParseExact(text.AsSpan(0, Day.Length), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        instant = new DateTimeOffset(day, TimeSpan.Zero);
        return text.Length == Day.Length
            || (text[Day.Length] is 'T' or 't' && TryTime(text.AsSpan(Day.Length + 1), out var time, out var zone) && TryCombine(day, time, zone, out instant));
    }

    /// <summary>RFC 3339 in UTC; fractions only if there are any.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static bool TryCombine(DateTime day, TimeSpan time, TimeSpan zone, out DateTimeOffset instant)
    {
        instant = default;
        var ticks = day.Ticks + time.Ticks - zone.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    // HH:MM:SS, an optional fraction, and a zone.
    private static bool TryTime(ReadOnlySpan<char> text, out TimeSpan time, out TimeSpan zone)
    {
        (time, zone) = (default, default);
        if (text.Length < 9 || text[2] != ':' || text[5] != ':'
            || !TryTwo(text, 0, 23, out var hour) || !TryTwo(text, 3, 59, out var minute) || !TryTwo(text, 6, 59, out var second))
        {
            return false;
        }

        var rest = text[8..];
        var fraction = rest[0] == '.' ? Versions.Digits.Count(rest[1..]) : 0;
        if (rest[0] == '.' && fraction == 0)
        {
            return false;
        }

        var ticks = fraction == 0 ? 0 : int.Parse(rest.Slice(1, Math.Min(fraction, 7)).ToString().PadRight(7, '0'), CultureInfo.InvariantCulture);
        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks);
        return TryZone(fraction == 0 ? rest : rest[(fraction + 1)..], out zone);
    }

    private static bool TryZone(ReadOnlySpan<char> text, out TimeSpan zone)
    {
        zone = default;
        if (text is "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':' || !TryTwo(text, 1, 23, out var hours) || !TryTwo(text, 4, 59, out var minutes))
        {
            return false;
        }

        zone = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<char> text, int start, int most, out int number) =>
        int.TryParse(text.Slice(start, 2), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most;
}
