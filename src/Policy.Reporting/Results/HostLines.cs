using System.Text.Json;
using Policy.Reporting.Model;

namespace Policy.Reporting.Results;

/// <summary>Results as NDJSON: the hosts without the document around them.</summary>
public static class HostLines
{
    /// <summary>The hosts, one a line.</summary>
    internal static byte[] Write(JsonElement results)
    {
        using var stream = new MemoryStream();
        foreach (var host in results.List("hosts"))
        {
            using (var writer = new Utf8JsonWriter(stream, JsonText.OneLine))
            {
                host.WriteTo(writer);
            }

            stream.WriteByte((byte)'\n');
        }

        return stream.ToArray();
    }

    /// <summary>The document of such lines; of which program and language they are, they do not say.</summary>
    /// <param name="lines">The lines.</param>
    public static byte[] Document(IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        using var stream = new MemoryStream();
        stream.Write("""{"format":1,"engine":"","hosts":["""u8);
        var isFirst = true;
        foreach (var line in lines)
        {
            stream.Write(isFirst ? "\n"u8 : ",\n"u8);
            stream.Write(line.Span);
            isFirst = false;
        }

        stream.Write("]}\n"u8);
        return stream.ToArray();
    }
}
