namespace Policy.Cli.Inputs;

/// <summary>Reads a stream line by line as bytes; passes over blank lines.</summary>
internal sealed class LineReader(Stream stream, string name, int mostBytes)
{
    private readonly byte[] buffer = new byte[65536];
    private int start;
    private int end;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The next line that is not blank, without its end; null at the end of the stream.</summary>
    /// <exception cref="CommandFailure">A line is too long (65) or the stream cannot be read (66).</exception>
    public byte[]? Next()
    {
        for (var line = ReadLine(); line is not null; line = ReadLine())
        {
            Line++;
            if (line.AsSpan().Trim(" \t\r"u8).Length > 0)
            {
                return line;
            }
        }

        return null;
    }

    /// <summary>A first line together with everything behind it.</summary>
    public byte[] Rest(byte[] first)
    {
        using var rest = new MemoryStream();
        rest.Write(first);
        for (var line = ReadLine(); line is not null; line = ReadLine())
        {
            rest.WriteByte((byte)'\n');
            Append(rest, line);
        }

        return rest.ToArray();
    }

    private byte[]? ReadLine()
    {
        using var line = new MemoryStream();
        while (start < end || Fill())
        {
            var available = buffer.AsSpan(start, end - start);
            var length = available.IndexOf((byte)'\n');
            if (length >= 0)
            {
                Append(line, available[..length]);
                start += length + 1;
                return line.ToArray();
            }

            Append(line, available);
            start = end;
        }

        return line.Length > 0 ? line.ToArray() : null;
    }

    private void Append(MemoryStream target, ReadOnlySpan<byte> bytes)
    {
        target.Write(bytes);
        if (target.Length > mostBytes)
        {
            throw new CommandFailure(ExitCode.BadData, $"{name}: a document is larger than {mostBytes} bytes");
        }
    }

    private bool Fill()
    {
        try
        {
            (start, end) = (0, stream.Read(buffer));
            return end > 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure(ExitCode.NoInput, $"cannot read {name}: {error.Message}");
        }
    }
}
