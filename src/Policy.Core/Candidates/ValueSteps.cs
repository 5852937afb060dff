using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Core.Candidates;

/// <summary>The values next to a value: one smallest step of its type below and above.</summary>
public static class ValueSteps
{
    /// <summary>The neighbours, the lower one first; none for a type without an order.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type.</param>
    public static IEnumerable<FactValue> Around(FactValue value, FactType type) => value switch
    {
        NumberValue number => [new NumberValue(number.Value - Step(number.Value, type)), new NumberValue(number.Value + Step(number.Value, type))],
        DateValue date => [new DateValue(date.Value.AddSeconds(-1)), new DateValue(date.Value.AddSeconds(1))],
        VersionValue version => Versions(version),
        _ => [],
    };

    // A number without a unit counts in the last place that is written; bytes and hertz are whole.
    private static decimal Step(decimal value, FactType type) => type is NumberType { Unit: FactUnit.Size or FactUnit.Frequency or FactUnit.Bandwidth } || value.Scale == 0
        ? 1m
        : new decimal(1, 0, 0, isNegative: false, value.Scale);

    // The last number of the version, one less and one more; below a zero stands what comes before a release.
    private static IEnumerable<FactValue> Versions(VersionValue version)
    {
        var end = version.Text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var start = version.Text.AsSpan(0, end).LastIndexOfAnyExceptInRange('0', '9') + 1;
        if (!long.TryParse(version.Text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            yield break;
        }

        foreach (var text in new[] { number > 0 ? Replaced(version.Text, start..end, number - 1) : null, Replaced(version.Text, start..end, number + 1) })
        {
            if (text is not null && Literal.Read(new VersionType(version.Scheme), text) is LiteralOk ok)
            {
                yield return ok.Value;
            }
        }
    }

    // A number that is written with zeros before it keeps its length.
    private static string Replaced(string text, Range place, long number)
    {
        var (start, length) = place.GetOffsetAndLength(text.Length);
        var written = number.ToString(CultureInfo.InvariantCulture).PadLeft(text[start] == '0' && length > 1 ? length : 1, '0');
        return $"{text[..start]}{written}{text[(start + length)..]}";
    }
}
