namespace Policy.Core.Rules;

/// <summary>A checked document of any kind.</summary>
public abstract record SourceDocument
{
    private protected SourceDocument()
    {
    }

    /// <summary>File and digest of its text.</summary>
    public abstract DocumentOrigin Origin { get; }
}
