namespace Policy.Core.Facts.Documents;

/// <summary>The names and the key of a path in UTF-8, one by one: <c>kvm</c>, <c>acpi.dmar</c>, <c>package(docker-ce).version</c>; of <c>package(*)</c> only the name.</summary>
internal ref struct PathSegments(ReadOnlySpan<byte> path)
{
    private ReadOnlySpan<byte> rest = path;

    /// <summary>The name or key at which the walk stands; a key without its escapes.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>Whether the walk met something that is no path.</summary>
    public bool IsMalformed { get; private set; } = path.IsEmpty;

    /// <summary>Goes to the next name or key.</summary>
    public bool MoveNext()
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest[0] == '(')
        {
            return MoveToKey();
        }

        rest = rest[0] == '.' ? rest[1..] : rest;
        var end = rest.IndexOfAny((byte)'.', (byte)'(');
        Current = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[end..];
        return !Current.IsEmpty || Stop();
    }

    private bool MoveToKey()
    {
        var close = 1;
        while (close < rest.Length && rest[close] != ')')
        {
            close += rest[close] == '\\' && close + 1 < rest.Length && rest[close + 1] == ')' ? 2 : 1;
        }

        if (close >= rest.Length)
        {
            return Stop();
        }

        Current = rest[1..close];
        rest = rest[(close + 1)..];
        if (Current is [(byte)'*'])
        {
            return !rest.IsEmpty && Stop();
        }

        Current = Current.Contains((byte)'\\') ? Unescaped(Current) : Current;
        return (rest.IsEmpty || rest[0] == '.') || Stop();
    }

    private bool Stop()
    {
        IsMalformed = true;
        rest = [];
        return false;
    }

    private static byte[] Unescaped(ReadOnlySpan<byte> key)
    {
        var bytes = new List<byte>(key.Length);
        for (var index = 0; index < key.Length; index++)
        {
            index += key[index] == '\\' && index + 1 < key.Length && key[index + 1] == ')' ? 1 : 0;
            bytes.Add(key[index]);
        }

        return [.. bytes];
    }
}
