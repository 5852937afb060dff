using Policy.Core.Diagnostics;

namespace Policy.Core.Rules;

/// <summary>A checked document that hosts can be judged by.</summary>
/// <param name="About">What readers see of it.</param>
public abstract record AuthoredDocument(DocumentAbout About) : SourceDocument
{
    /// <inheritdoc/>
    public override DocumentOrigin Origin => About.Origin;

    /// <summary>Its id, unique among policies and profiles.</summary>
    public string Id => About.Id;
}

/// <summary>What readers see of a policy or profile.</summary>
/// <param name="Id">Its id: kebab-case.</param>
/// <param name="Version">Its own version, a SemVer.</param>
/// <param name="Title">What a host that meets it can do.</param>
/// <param name="Summary">What to know before reading the rules.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Origin">File and digest of its text.</param>
public sealed record DocumentAbout(string Id, string Version, ReaderText Title, ReaderText Summary, Sequence<string> Tags, DocumentOrigin Origin);

/// <summary>Which text a document was read from.</summary>
/// <param name="File">The name under which it was given.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits of its bytes.</param>
public sealed record DocumentOrigin(string File, string Digest);
