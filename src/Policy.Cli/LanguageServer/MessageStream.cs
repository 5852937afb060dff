using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Policy.Cli.LanguageServer;

/// <summary>Messages of the language server protocol on two streams: a header with <c>Content-Length</c>, an empty line, and JSON.</summary>
/// <param name="input">Where the editor's messages come from.</param>
/// <param name="output">Where the answers go.</param>
internal sealed class MessageStream(Stream input, Stream output)
{
    private const int LongestMessage = 128 * 1024 * 1024;
    private const int LongestHeader = 4096;

    /// <summary>The next message; null at the end of the input, and where what comes cannot be a message.</summary>
    public JsonObject? Read()
    {
        while (ReadLength() is { } length)
        {
            var content = new byte[length];
            if (input.ReadAtLeast(content, length, throwOnEndOfStream: false) < length)
            {
                return null;
            }

            if (Parse(content) is { } message)
            {
                return message;
            }

            Write(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = null, ["error"] = new JsonObject { ["code"] = -32700, ["message"] = "not a JSON object" } });
        }

        return null;
    }

    /// <summary>Sends a message.</summary>
    public void Write(JsonObject message)
    {
        var content = Encoding.UTF8.GetBytes(message.ToJsonString());
        output.Write(Encoding.ASCII.GetBytes($"Content-Length: {content.Length}\r\n\r\n"));
        output.Write(content);
        output.Flush();
    }

    private static JsonObject? Parse(byte[] content)
    {
        try
        {
            return JsonNode.Parse(content) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private int? ReadLength()
    {
        int? length = null;
        while (ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                return length;
            }

            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                length = int.TryParse(line.AsSpan("Content-Length:".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= LongestMessage ? number : null;
            }
        }

        return null;
    }

    private string? ReadLine()
    {
        var line = new StringBuilder();
        for (var next = input.ReadByte(); next >= 0 && line.Length < LongestHeader; next = input.ReadByte())
        {
            if (next == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)next);
        }

        return null;
    }
}
