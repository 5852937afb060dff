using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Policy.Collection.Doors.Files.Archives;

/// <summary>What an extended header says: records of the form <c>LENGTH KEY=VALUE</c> and a line end, the length counting all of it.</summary>
internal sealed class PaxRecords
{
    private const string AttributePrefix = "SCHILY.xattr.";
    private readonly Dictionary<string, byte[]> values = new(StringComparer.Ordinal);

    /// <summary>Reads the content of an extended header.</summary>
    /// <exception cref="InvalidDataException">A record is none.</exception>
    internal static PaxRecords Parse(ReadOnlySpan<byte> content)
    {
        var records = new PaxRecords();
        while (content.Length > 0 && content[0] != 0)
        {
            if (!Utf8Parser.TryParse(content, out int length, out var digits) || length <= digits + 1 || length > content.Length || content[digits] != ' ')
            {
                throw new InvalidDataException("an extended header has a wrong length");
            }

            var record = content[(digits + 1)..(length - 1)];
            var equal = record.IndexOf((byte)'=');
            if (equal <= 0)
            {
                throw new InvalidDataException("an extended header has a record without a key");
            }

            records.values[Encoding.UTF8.GetString(record[..equal])] = record[(equal + 1)..].ToArray();
            content = content[length..];
        }

        return records;
    }

    /// <summary>The text of a key; null if it is not there or empty.</summary>
    internal string? Text(string key) => values.TryGetValue(key, out var value) && value.Length > 0 ? Encoding.UTF8.GetString(value) : null;

    /// <summary>The number of a key; null if it is not there or none.</summary>
    internal long? Number(string key) =>
        Text(key) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Extended attributes by name; null if there are none.</summary>
    internal IReadOnlyDictionary<string, byte[]>? Attributes()
    {
        var attributes = values.Where(record => record.Key.StartsWith(AttributePrefix, StringComparison.Ordinal))
            .ToDictionary(record => record.Key[AttributePrefix.Length..], record => record.Value, StringComparer.Ordinal);
        return attributes.Count > 0 ? attributes : null;
    }
}
