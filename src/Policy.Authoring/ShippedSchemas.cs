namespace Policy.Authoring;

/// <summary>The JSON Schemas that the program carries.</summary>
public static class ShippedSchemas
{
    private const string Prefix = "schema/";
    private const string Ending = ".schema.json";

    /// <summary>What they describe, in ordinal order: <c>policy</c>, <c>profile</c> and so on.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ShippedSchemas).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Ending.Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of a schema as UTF-8; null if there is none of that name.</summary>
    public static byte[]? Find(string name)
    {
        using var stream = Names.Contains(name) ? typeof(ShippedSchemas).Assembly.GetManifestResourceStream($"{Prefix}{name}{Ending}") : null;
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
