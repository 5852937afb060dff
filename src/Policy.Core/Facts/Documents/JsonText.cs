using System.Text;
using System.Text.Json;

namespace Policy.Core.Facts.Documents;

/// <summary>Texts of a JSON document that is known to be UTF-8.</summary>
internal static class JsonText
{
    /// <summary>Reads the name or text at which the reader stands.</summary>
    /// <returns>False if an escape stands for half a character.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out string text)
    {
        text = "";
        if (!reader.ValueIsEscaped)
        {
            text = Encoding.UTF8.GetString(reader.ValueSpan);
            return true;
        }

        try
        {
            text = reader.GetString() ?? "";
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether the name or text at which the reader stands is without half characters.</summary>
    public static bool IsReadable(ref Utf8JsonReader reader) => !reader.ValueIsEscaped || TryRead(ref reader, out _);

    /// <summary>The bytes of the name at which the reader stands, without escapes; empty if it cannot be read.</summary>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan;
        }

        return TryRead(ref reader, out var text) ? Encoding.UTF8.GetBytes(text) : [];
    }
}
