using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Rules;

/// <summary>A checked policy.</summary>
/// <param name="About">What readers see of it.</param>
/// <param name="Facts">The facts that the author declares beside the catalogue.</param>
/// <param name="Parameters">The values that a user may choose.</param>
/// <param name="Definitions">The named conditions, each after those that it uses.</param>
/// <param name="Applies">For which hosts it is asked; null for all.</param>
/// <param name="Rules">At least one.</param>
public sealed record PolicyDocument(
    PolicyAbout About,
    Sequence<FactDescription> Facts,
    Sequence<Parameter> Parameters,
    Sequence<Definition> Definitions,
    Condition? Applies,
    Sequence<Rule> Rules)
{
    /// <summary>Its id.</summary>
    public string Id => About.Id;
}

/// <summary>What readers see of a policy.</summary>
/// <param name="Id">Its id: kebab-case.</param>
/// <param name="Version">Its own version, a SemVer.</param>
/// <param name="Title">What a host that meets it can do.</param>
/// <param name="Summary">What to know before reading the rules.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="Origin">File and digest of its text.</param>
public sealed record PolicyAbout(string Id, string Version, ReaderText Title, ReaderText Summary, Sequence<string> Tags, DocumentOrigin Origin);

/// <summary>Which text a document was read from.</summary>
/// <param name="File">The name under which it was given.</param>
/// <param name="Digest"><c>sha256:</c> and 64 hexadecimal digits of its bytes.</param>
public sealed record DocumentOrigin(string File, string Digest);

/// <summary>A named condition.</summary>
public sealed record Definition(string Name, Condition Condition);
