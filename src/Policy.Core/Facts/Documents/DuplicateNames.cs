using System.Buffers;
using System.Text.Json;

namespace Policy.Core.Facts.Documents;

/// <summary>Finds a name that stands twice in one object of a JSON document.</summary>
/// <remarks>
/// Names in ascending order, as our own documents have them, cost one comparison each; only the names of other objects are sorted
/// when the object ends. So no choice of names makes it slow.
/// </remarks>
internal ref struct DuplicateNames(ReadOnlyMemory<byte> document)
{
    private const int DeepestObject = 65;

    private readonly OpenObject[] objects = new OpenObject[DeepestObject];
    private readonly ReadOnlyMemory<byte> document = document;
    private ReadOnlyMemory<byte>[] names = ArrayPool<ReadOnlyMemory<byte>>.Shared.Rent(64);
    private int depth;
    private int count;

    /// <summary>The name that was found twice, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Found { get; private set; }

    /// <summary>An object begins.</summary>
    public void Open() => objects[depth++] = new OpenObject(count, true);

    /// <summary>A name of the innermost object.</summary>
    /// <returns>False if it is certain that it stands twice.</returns>
    public bool Add(ref Utf8JsonReader reader)
    {
        var name = reader.ValueIsEscaped
            ? JsonText.Name(ref reader).ToArray()
            : document.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        ref var current = ref objects[depth - 1];
        if (current.IsAscending && count > current.First)
        {
            var order = names[count - 1].Span.SequenceCompareTo(name.Span);
            current = current with { IsAscending = order < 0 };
            if (order == 0)
            {
                Found = name;
                return false;
            }
        }

        Push(name);
        return true;
    }

    /// <summary>The innermost object ends.</summary>
    /// <returns>False if one of its names stands twice.</returns>
    public bool Close()
    {
        var current = objects[--depth];
        var own = names.AsSpan(current.First, count - current.First);
        count = current.First;
        return current.IsAscending || AreDistinct(own);
    }

    /// <summary>Gives the memory back.</summary>
    public void GiveBack()
    {
        ArrayPool<ReadOnlyMemory<byte>>.Shared.Return(names, clearArray: true);
        names = [];
    }

    private bool AreDistinct(Span<ReadOnlyMemory<byte>> own)
    {
        own.Sort(default(ByBytes));
        for (var index = 1; index < own.Length; index++)
        {
            if (own[index].Span.SequenceEqual(own[index - 1].Span))
            {
                Found = own[index];
                return false;
            }
        }

        return true;
    }

    private void Push(ReadOnlyMemory<byte> name)
    {
        if (count == names.Length)
        {
            var larger = ArrayPool<ReadOnlyMemory<byte>>.Shared.Rent(2 * count);
            names.CopyTo(larger, 0);
            ArrayPool<ReadOnlyMemory<byte>>.Shared.Return(names, clearArray: true);
            names = larger;
        }

        names[count++] = name;
    }

    private readonly record struct OpenObject(int First, bool IsAscending);

    private readonly struct ByBytes : IComparer<ReadOnlyMemory<byte>>
    {
        public int Compare(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceCompareTo(y.Span);
    }
}
