namespace Policy.Core.Facts.Versions;

/// <summary>What a part of an Alpine version is, in the order in which the parts may follow each other.</summary>
internal enum ApkToken
{
    /// <summary>The first number.</summary>
    FirstNumber,

    /// <summary>A number behind a dot.</summary>
    Number,

    /// <summary>One letter behind the numbers.</summary>
    Letter,

    /// <summary>A word such as <c>_rc</c>.</summary>
    Suffix,

    /// <summary>The number behind such a word.</summary>
    SuffixNumber,

    /// <summary>A commit such as <c>~2f0b9d</c>.</summary>
    Commit,

    /// <summary>The revision of the package, such as <c>-r1</c>.</summary>
    Revision,

    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>What is left cannot be read.</summary>
    Invalid,
}
