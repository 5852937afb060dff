using System.Text;

namespace Policy.Tests.Collection.Archives;

/// <summary>Writes archives header by header, also such as no program writes.</summary>
internal sealed class TarBytes
{
    private const int Block = 512;
    private readonly List<byte> bytes = [];

    public static byte[] EndMark { get; } = new byte[2 * Block];

    public TarBytes File(string name, string content) => Member('0', name, Encoding.UTF8.GetBytes(content));

    public TarBytes Link(string name, string target, char type = '2') => Member(type, name, [], target);

    /// <summary>A header and its content.</summary>
    /// <param name="type">The letter.</param>
    /// <param name="name">At most 100 bytes.</param>
    /// <param name="content">The content, padded to blocks.</param>
    /// <param name="target">Where a link leads.</param>
    public TarBytes Member(char type, string name, byte[] content, string target = "") => Header(type, name, content.Length, target).Raw(content);

    /// <summary>A header alone.</summary>
    public TarBytes Header(char type, string name, long size, string target = "", Action<byte[]>? change = null)
    {
        var header = new byte[Block];
        Put(header, 0, name);
        Put(header, 100, "0000644");
        Put(header, 124, Convert.ToString(size, 8).PadLeft(11, '0'));
        Put(header, 136, "00000000000");
        header[156] = (byte)type;
        Put(header, 157, target);
        Put(header, 257, "ustar\0" + "00");
        change?.Invoke(header);
        header.AsSpan(148, 8).Fill((byte)' ');
        Put(header, 148, Convert.ToString(header.Sum(value => value), 8).PadLeft(6, '0') + "\0 ");
        bytes.AddRange(header);
        return this;
    }

    /// <summary>Bytes, filled up to a whole block.</summary>
    public TarBytes Raw(byte[] content)
    {
        bytes.AddRange(content);
        bytes.AddRange(new byte[(Block - (content.Length % Block)) % Block]);
        return this;
    }

    /// <summary>An extended header.</summary>
    public TarBytes Pax(params (string Key, string Value)[] records) =>
        Member('x', "PaxHeaders/x", Encoding.UTF8.GetBytes(string.Concat(records.Select(record => Record($"{record.Key}={record.Value}\n")))));

    public byte[] End()
    {
        bytes.AddRange(EndMark);
        return [.. bytes];
    }

    public byte[] Cut() => [.. bytes];

    public static void Put(byte[] header, int at, string text) => Encoding.Latin1.GetBytes(text).CopyTo(header, at);

    private static string Record(string text)
    {
        var length = text.Length + 2;
        while ($"{length} {text}".Length != length)
        {
            length++;
        }

        return $"{length} {text}";
    }
}
