using Policy.Core.Conditions;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>Proves that a condition cannot have an answer, whatever the host and whatever the values of parameters.</summary>
/// <param name="policy">The policy in which it stands.</param>
public sealed class Possibilities(PolicyDocument policy)
{
    private readonly Dictionary<string, Condition> definitions = policy.Definitions.ToDictionary(item => item.Name, item => item.Condition, StringComparer.Ordinal);

    /// <summary>Whether a host can exist for which a condition is true, and one for which it is false; both where nothing is proven.</summary>
    public (bool CanBeTrue, bool CanBeFalse) Of(Condition condition)
    {
        var (canBeTrue, canBeFalse) = (false, false);
        foreach (var assignment in ParameterSamples.Of([condition], policy, definitions))
        {
            var sketch = new SpaceSketch(new ReasoningScope(definitions, assignment));
            sketch.Add(condition);
            var space = new FactSpace(sketch);
            var truth = new ConditionTruth(space).Of(condition);
            var law = SpaceLaw.Of(space);
            canBeTrue |= space.Diagrams.And(law, truth.True) != Diagrams.Nothing || space.Diagrams.IsExhausted;
            canBeFalse |= space.Diagrams.And(law, truth.False) != Diagrams.Nothing || space.Diagrams.IsExhausted;
        }

        return (canBeTrue, canBeFalse);
    }
}
