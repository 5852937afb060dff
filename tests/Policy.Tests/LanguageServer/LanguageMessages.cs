using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Policy.Tests.LanguageServer;

/// <summary>Messages of the Language Server Protocol on a pair of streams: a header with the length, an empty line, JSON.</summary>
internal sealed class LanguageMessages(Stream input, Stream output)
{
    private const string Header = "Content-Length: ";
    private readonly Lock turn = new();

    /// <summary>Writes a message.</summary>
    public void Write(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        lock (turn)
        {
            output.Write(Encoding.ASCII.GetBytes($"{Header}{body.Length}\r\n\r\n"));
            output.Write(body);
            output.Flush();
        }
    }

    /// <summary>Reads the next message; null at the end of the stream.</summary>
    public JsonObject? Read()
    {
        var length = 0;
        for (var line = Line(); line is not { Length: 0 }; line = Line())
        {
            if (line is null)
            {
                return null;
            }

            length = line.StartsWith(Header, StringComparison.OrdinalIgnoreCase) ? int.Parse(line[Header.Length..], CultureInfo.InvariantCulture) : length;
        }

        var body = new byte[length];
        input.ReadExactly(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private string? Line()
    {
        var line = new StringBuilder();
        for (var next = input.ReadByte(); next != '\n'; next = input.ReadByte())
        {
            if (next < 0)
            {
                return null;
            }

            line.Append((char)next);
        }

        return line.ToString().TrimEnd('\r');
    }
}
