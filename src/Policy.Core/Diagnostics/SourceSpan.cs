namespace Policy.Core.Diagnostics;

/// <summary>A piece of one line of a document.</summary>
/// <param name="File">The name under which the document was given, such as <c>policies/kvm.yaml</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The first character, from 1, counted in UTF-16 units as editors do.</param>
/// <param name="Length">How many characters are meant; at least 1, never past the end of the line.</param>
public sealed record SourceSpan(string File, int Line, int Column, int Length)
{
    /// <summary>The first character of a document, for complaints about the whole of it.</summary>
    public static SourceSpan StartOf(string file) => new(file, 1, 1, 1);

    /// <summary>As compilers print a place: <c>file:line:column</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
