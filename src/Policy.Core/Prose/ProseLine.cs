namespace Policy.Core.Prose;

/// <summary>One line of generated prose.</summary>
/// <param name="Depth">How deep it stands below the first lines, from 0.</param>
/// <param name="Text">The line, without indentation or a mark.</param>
public sealed record ProseLine(int Depth, string Text)
{
    /// <summary>The line further in.</summary>
    public ProseLine Deeper(int by = 1) => this with { Depth = Depth + by };
}
