using System.Buffers.Binary;
using System.Text;
using Policy.Collection.Native;

namespace Policy.Collection.Doors.Files;

/// <summary>Lists a folder without looking at what stands in it: getdents64(2).</summary>
internal static unsafe class DiskFolder
{
    private const int BufferSize = 32 * 1024;

    // struct linux_dirent64: inode, offset, length of the record, type, and the name up to a NUL.
    private const int LengthAt = 16;
    private const int NameAt = 19;

    /// <summary>The names in ordinal order, without the folder itself and the one above; null if they are more than allowed.</summary>
    /// <exception cref="EntryPointNotFoundException">The C library does not have the call.</exception>
    internal static (string[]? Names, int Error) Names(string place, int most)
    {
        var descriptor = DiskCalls.Open(place, FileCalls.ReadOnly);
        if (descriptor < 0)
        {
            return (null, -descriptor);
        }

        try
        {
            return Read(descriptor, most);
        }
        finally
        {
            _ = FileCalls.Close(descriptor);
        }
    }

    private static (string[]? Names, int Error) Read(int descriptor, int most)
    {
        var names = new List<string>();
        var buffer = stackalloc byte[BufferSize];
        while (names.Count <= most)
        {
            var length = (int)FileCalls.Entries(descriptor, buffer, BufferSize);
            if (length < 0)
            {
                return (null, Errno.Last);
            }

            if (length == 0)
            {
                names.Sort(StringComparer.Ordinal);
                return ([.. names], 0);
            }

            Add(names, new ReadOnlySpan<byte>(buffer, length));
        }

        return (null, 0);
    }

    private static void Add(List<string> names, ReadOnlySpan<byte> records)
    {
        while (records.Length > NameAt)
        {
            var length = BitConverter.IsLittleEndian
                ? BinaryPrimitives.ReadUInt16LittleEndian(records[LengthAt..])
                : BinaryPrimitives.ReadUInt16BigEndian(records[LengthAt..]);
            var name = records[NameAt..length];
            var end = name.IndexOf((byte)0);
            var text = Encoding.UTF8.GetString(end < 0 ? name : name[..end]);
            if (text is not ("." or ".."))
            {
                names.Add(text);
            }

            records = records[length..];
        }
    }
}
