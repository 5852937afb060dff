using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>Finds conditions of a sound policy that probably are not what its author means: the warnings of LANGUAGE 8 that need to understand them.</summary>
/// <remarks>Each warning is proven for every host and every value of the parameters. What cannot be proven within the limits of <see cref="Diagrams"/> is not said.</remarks>
public sealed class PolicyReasoner
{
    private readonly PolicyDocument policy;
    private readonly Dictionary<string, Condition> definitions = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> found = [];

    private PolicyReasoner(PolicyDocument policy) => this.policy = policy;

    /// <summary>The warnings about a policy, in the order in which they are found.</summary>
    public static IReadOnlyList<Diagnostic> Check(PolicyDocument policy)
    {
        var reasoner = new PolicyReasoner(policy);
        reasoner.CheckAll();
        return reasoner.found;
    }

    private void CheckAll()
    {
        found.AddRange(SwitchCases.Check(policy));
        foreach (var definition in policy.Definitions)
        {
            // What is said of a definition is not said again of what uses it.
            if (Ask(new Question(definition.Condition, [], QuestionRole.Definition)))
            {
                definitions.Add(definition.Name, definition.Condition);
            }
        }

        var isSound = policy.Applies is null || Ask(new Question(policy.Applies, [], QuestionRole.Choice));
        var sound = policy.Rules.Where(rule => Check(rule, isSound && policy.Applies is { } applies ? [applies] : [])).ToList();
        found.AddRange(new RuleComparison(policy, definitions).Check(sound));
    }

    private bool Check(Rule rule, Sequence<Condition> given)
    {
        var isSound = true;
        if (rule.Applies is { } applies)
        {
            isSound = Ask(new Question(applies, given, QuestionRole.Choice));
            given = isSound ? [.. given, applies] : given;
        }

        CheckRemedies(rule, given);

        if (!Ask(new Question(rule.Require, given, QuestionRole.Requirement)))
        {
            return false;
        }

        return (rule.Recommend is null || Ask(new Question(rule.Recommend, [.. given, rule.Require], QuestionRole.Recommendation))) && isSound;
    }

    // The first remedy whose `when` is not false is shown, so nothing is shown behind one without.
    private void CheckRemedies(Rule rule, Sequence<Condition> given)
    {
        var isReached = true;
        foreach (var remedy in rule.Remedies)
        {
            if (!isReached)
            {
                found.Add(Flaws.Unreachable(remedy.When?.Span ?? rule.About.Span, "this way to meet the rule is never shown: one before it has no `when`"));
                return;
            }

            isReached = remedy.When is not null;
            if (remedy.When is not null)
            {
                Ask(new Question(remedy.When, given, QuestionRole.Choice));
            }
        }
    }

    // Only what is found under every assignment of the parameters is said.
    private bool Ask(Question question)
    {
        HashSet<Diagnostic>? common = null;
        var conditions = question.Given.Append(question.Condition).ToList();
        foreach (var assignment in ParameterSamples.Of(conditions, policy, definitions))
        {
            var sketch = new SpaceSketch(new ReasoningScope(definitions, assignment));
            conditions.ForEach(sketch.Add);
            var answers = new ConditionWalk(new FactSpace(sketch)).Check(question);
            common = common is null ? [.. answers] : [.. common.Intersect(answers)];
            if (common.Count == 0)
            {
                return true;
            }
        }

        found.AddRange(common ?? []);
        return common is null or { Count: 0 };
    }
}
