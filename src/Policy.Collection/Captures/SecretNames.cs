namespace Policy.Collection.Captures;

/// <summary>Which settings hold secrets, by their names.</summary>
internal static class SecretNames
{
    /// <summary>What stands in place of a secret.</summary>
    internal const string Hidden = "***";

    private static readonly string[] Parts = ["password", "passwd", "passphrase", "credential"];
    private static readonly string[] Ends = ["secret", "token", "apikey", "api_key", "private_key"];

    /// <summary>Whether the value of a setting must not be shown.</summary>
    internal static bool Contains(ReadOnlySpan<char> name)
    {
        foreach (var part in Parts)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        foreach (var end in Ends)
        {
            if (name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
