namespace Policy.Core.Rules;

/// <summary>Patterns of host names: <c>*</c> stands for any characters, <c>?</c> for one, everything else for itself.</summary>
/// <remarks>Ordinal, the whole name; the cost grows with the product of both lengths at most.</remarks>
public static class HostPattern
{
    /// <summary>Whether a name fits a pattern.</summary>
    public static bool Fits(ReadOnlySpan<char> pattern, ReadOnlySpan<char> host)
    {
        var (at, star, retry) = (0, -1, 0);
        for (var index = 0; index < host.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, retry) = (at++, index);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == host[index]))
            {
                at++;
                index++;
            }
            else if (star < 0)
            {
                return false;
            }
            else
            {
                // The last star takes one character more.
                at = star + 1;
                index = ++retry;
            }
        }

        return pattern[at..].TrimStart('*').IsEmpty;
    }
}
