namespace Policy.Core.Reasoning;

/// <summary>For which fully known hosts a condition is true, and for which it is false; a host in neither has an answer that the policy itself leaves open.</summary>
/// <param name="True">The hosts for which it is true.</param>
/// <param name="False">The hosts for which it is false.</param>
internal readonly record struct TruthSets(int True, int False)
{
    /// <summary>True for every host.</summary>
    public static TruthSets Always { get; } = new(Diagrams.Everything, Diagrams.Nothing);

    /// <summary>False for every host.</summary>
    public static TruthSets Never { get; } = new(Diagrams.Nothing, Diagrams.Everything);

    /// <summary>Open for every host.</summary>
    public static TruthSets Open { get; } = new(Diagrams.Nothing, Diagrams.Nothing);

    /// <summary>True just for the hosts of a set.</summary>
    public static TruthSets Of(int set, Diagrams diagrams) => new(set, diagrams.Complement(set));

    /// <summary>Where it does not hold.</summary>
    public TruthSets Not() => new(False, True);

    /// <summary>Where both hold.</summary>
    public TruthSets And(TruthSets other, Diagrams diagrams) => new(diagrams.And(True, other.True), diagrams.Or(False, other.False));

    /// <summary>Where one of both holds.</summary>
    public TruthSets Or(TruthSets other, Diagrams diagrams) => new(diagrams.Or(True, other.True), diagrams.And(False, other.False));
}
