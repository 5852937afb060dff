using Policy.Core.Diagnostics;

namespace Policy.Reporting;

/// <summary>What a template made of results.</summary>
public abstract record Rendering
{
    private protected Rendering()
    {
    }
}

/// <summary>The whole document; nothing is ever cut.</summary>
/// <param name="Utf8">Its bytes, without a byte order mark.</param>
public sealed record Rendered(ReadOnlyMemory<byte> Utf8) : Rendering;

/// <summary>No document, because the template or the results are at fault.</summary>
/// <param name="Diagnostics">What is wrong and where; at least one.</param>
public sealed record NotRendered(Sequence<Diagnostic> Diagnostics) : Rendering;
