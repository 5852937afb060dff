using System.IO.Compression;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.Xz;
using SharpCompress.Compressors.ZStandard;

namespace Policy.Collection.Doors.Files.Archives;

/// <summary>Finds out by its first bytes how an archive is packed.</summary>
internal static class Unpacking
{
    /// <summary>The unpacked stream; the archive itself if it is not packed.</summary>
    /// <exception cref="InvalidDataException">It is packed in a way that cannot be read.</exception>
    internal static Stream Open(PackedStream packed) => packed.Start.Span switch
    {
        [0x1f, 0x8b, ..] => new GZipStream(packed, CompressionMode.Decompress),
        [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0] => new XZStream(packed),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => new DecompressionStream(packed),
        [(byte)'B', (byte)'Z', (byte)'h', ..] => BZip2Stream.Create(packed, SharpCompress.Compressors.CompressionMode.Decompress, decompressConcatenated: true),
        _ => packed,
    };
}
