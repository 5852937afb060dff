using System.Buffers;
using Policy.Collection.Doors.Machine;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Files;

/// <summary>Reads an open file to its end.</summary>
internal static class DiskContent
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>All bytes, if they are not more than <paramref name="most"/>.</summary>
    /// <remarks>What the file says its size is means nothing: files of <c>/proc</c> say 0, those of <c>/sys</c> 4096.</remarks>
    internal static Reading<byte[]> Read(int descriptor, string path, int most)
    {
        // Rented, because most files are small and fresh memory costs more than the reading.
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            while (true)
            {
                var count = DiskCalls.Read(descriptor, buffer.AsSpan(length));
                if (count <= 0)
                {
                    return count < 0 ? SystemError.ToReading<byte[]>(-count, path) : new Got<byte[]>(buffer[..length], path);
                }

                length += count;
                if (length > most)
                {
                    return new Failed<byte[]>(UnknownCause.Malformed, path, $"larger than {most} bytes");
                }

                buffer = length < buffer.Length ? buffer : Grow(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] full)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * full.Length, Array.MaxLength));
        full.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }
}
