using System.Globalization;
using System.Text.RegularExpressions;
using Policy.Core.Facts;

namespace Policy.Core.Candidates;

/// <summary>The values next to a value: one smallest step of its type below and above.</summary>
public static partial class ValueSteps
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
        if (LastNumber().Match(version.Text) is not { Success: true } last || !long.TryParse(last.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            yield break;
        }

        foreach (var text in new[] { number > 0 ? Replaced(version.Text, last, number - 1) : null, Replaced(version.Text, last, number + 1) })
        {
            if (text is not null && Literal.Read(new VersionType(version.Scheme), text) is LiteralOk ok)
            {
                yield return ok.Value;
            }
        }
    }

    private static string Replaced(string text, Match place, long number) =>
        string.Concat(text.AsSpan(0, place.Index), number.ToString(CultureInfo.InvariantCulture).PadLeft(place.Value[0] == '0' && place.Length > 1 ? place.Length : 1, '0'), text.AsSpan(place.Index + place.Length));

    [GeneratedRegex(@"[0-9]+(?=[^0-9]*\z)", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();
}
