namespace Policy.Collection.Doors.Files.Archives;

/// <summary>An archive as it came, with its first bytes to be looked at; counts what it gives.</summary>
internal sealed class PackedStream : ForwardStream
{
    private const int StartLength = 6;
    private readonly Stream source;
    private ReadOnlyMemory<byte> pending;

    /// <summary>Reads the first bytes.</summary>
    internal PackedStream(Stream packed)
    {
        var start = new byte[StartLength];
        var length = packed.ReadAtLeast(start, StartLength, throwOnEndOfStream: false);
        source = packed;
        pending = Start = start.AsMemory(0, length);
    }

    /// <summary>The first bytes, six if there are so many.</summary>
    internal ReadOnlyMemory<byte> Start { get; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = Math.Min(pending.Length, buffer.Length);
        pending.Span[..count].CopyTo(buffer);
        pending = pending[count..];
        count = count > 0 ? count : source.Read(buffer);
        Given += count;
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
