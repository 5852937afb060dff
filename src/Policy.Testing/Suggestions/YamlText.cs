using System.Text.RegularExpressions;
using Policy.Core.Facts;

namespace Policy.Testing.Suggestions;

/// <summary>Writes values as YAML on one line, to be read back by the tests reader as the same values.</summary>
internal static partial class YamlText
{
    /// <summary>A scalar: as it is where that is safe, otherwise in quotes.</summary>
    public static string Scalar(string text) => Plain().IsMatch(text) && text is not ("null" or "Null" or "NULL") ? text
        : text.Any(char.IsControl) ? $"\"{string.Concat(text.Select(Escaped))}\""
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A value of a type.</summary>
    public static string Value(FactValue value, FactType type) => (value, type) switch
    {
        (ListValue list, ListType of) => $"[{string.Join(", ", list.Items.Select(item => Part(item, of.Of)))}]",
        (RecordValue record, RecordType of) => Mapping(record.Fields.Items.Where(item => item.Value is not Unknown).Select(item => (item.Key, Part(item.Value, of.Fields.First(field => field.Name == item.Key).Type)))),
        (MapValue map, MapType of) => Mapping(map.Entries.Items.Where(item => item.Value is not Unknown).Select(item => (item.Key, Part(item.Value, of.Of)))),
        _ => Scalar(FactText.Exactly(value, type)),
    };

    /// <summary>A mapping on one line; without entries <c>{}</c>.</summary>
    public static string Mapping(IEnumerable<(string Key, string Value)> entries)
    {
        var text = string.Join(", ", entries.Select(entry => $"{Scalar(entry.Key)}: {entry.Value}"));
        return text.Length == 0 ? "{}" : $"{{ {text} }}";
    }

    private static string Part(Observation observation, FactType type) => observation is Present present ? Value(present.Value, type) : "~";

    private static string Escaped(char letter) => letter is '"' or '\\' ? $"\\{letter}" : char.IsControl(letter) ? $"\\u{(int)letter:X4}" : $"{letter}";

    // What means itself inside brackets too.
    [GeneratedRegex(@"^[A-Za-z0-9_./][A-Za-z0-9_.%/()+-]*(?: [A-Za-z0-9_.%/()+-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
