using Policy.Core.Conditions;
using Policy.Core.Reasoning;
using Policy.Core.Rules;

namespace Policy.Testing.Mutation;

/// <summary>Which definitions conditions rest on, also by way of other definitions.</summary>
/// <param name="policy">The policy with the definitions.</param>
internal sealed class DefinitionUses(PolicyDocument policy)
{
    private readonly Dictionary<string, Condition> definitions = policy.Definitions.ToDictionary(item => item.Name, item => item.Condition, StringComparer.Ordinal);

    /// <summary>The definitions of a rule.</summary>
    public HashSet<string> Of(Rule rule)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in new[] { rule.Applies, rule.Require, rule.Recommend }.OfType<Condition>())
        {
            Add(condition, found);
        }

        return found;
    }

    /// <summary>The definitions of a condition.</summary>
    public HashSet<string> Of(Condition condition)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Add(condition, found);
        return found;
    }

    private void Add(Condition condition, HashSet<string> found)
    {
        if (condition is UseCondition use && found.Add(use.Definition))
        {
            Add(definitions[use.Definition], found);
        }

        foreach (var part in Parts.Of(condition))
        {
            Add(part, found);
        }
    }
}
