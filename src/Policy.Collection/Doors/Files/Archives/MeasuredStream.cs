namespace Policy.Collection.Doors.Files.Archives;

/// <summary>An unpacked stream that refuses to be a bomb.</summary>
/// <param name="unpacked">What is read.</param>
/// <param name="packed">What it comes from.</param>
internal sealed class MeasuredStream(Stream unpacked, PackedStream packed) : ForwardStream
{
    /// <summary>No real archive is packed better on the whole; below the second number nobody minds.</summary>
    private const long MostRatio = 200;
    private const long Harmless = 256 * 1024 * 1024;

    private const long MostBytes = 64L * 1024 * 1024 * 1024;
    private const int BufferSize = 64 * 1024;
    private readonly BufferedStream buffered = new(unpacked, BufferSize);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = buffered.Read(buffer);
        Given += count;
        return Given <= Harmless || (Given <= MostBytes && Given / MostRatio <= packed.Given)
            ? count
            : throw new InvalidDataException($"it unpacks to more than {Given} bytes from {packed.Given}");
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            buffered.Dispose();
        }

        base.Dispose(disposing);
    }
}
