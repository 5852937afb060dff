namespace Policy.Core.Reasoning;

/// <summary>One question of a diagram.</summary>
/// <param name="Variable">What is asked.</param>
/// <param name="Ends">The first cell behind each run; the last run has no end.</param>
/// <param name="Children">Where each run leads.</param>
internal sealed record DiagramNode(int Variable, int[] Ends, int[] Children)
{
    /// <inheritdoc/>
    public bool Equals(DiagramNode? other) =>
        other is not null && Variable == other.Variable && Ends.AsSpan().SequenceEqual(other.Ends) && Children.AsSpan().SequenceEqual(other.Children);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Variable);
        foreach (var child in Children)
        {
            hash.Add(child);
        }

        return hash.ToHashCode();
    }
}
