namespace Policy.Authoring.Yaml;

/// <summary>How much a document may ask of the reader; far more than any policy needs.</summary>
internal static class YamlBudget
{
    /// <summary>Collections inside each other.</summary>
    public const int Depth = 64;

    /// <summary>Scalars, lists and mappings in all, keys included.</summary>
    public const int Nodes = 2_000_000;

    /// <summary>Bytes of one scalar as UTF-8.</summary>
    public const int ScalarBytes = 1 << 20;

    /// <summary>
    /// Characters that one step of the parser may read: enough for the largest scalar written in escapes of four characters,
    /// and little enough that a scalar of any size never stands in memory.
    /// </summary>
    public const int StepCharacters = 1 << 22;

    /// <summary>Bytes of a whole document as UTF-8.</summary>
    public const int DocumentBytes = 64 << 20;

    /// <summary>Complaints about one document; whoever made more will not read more.</summary>
    public const int Complaints = 100;
}
