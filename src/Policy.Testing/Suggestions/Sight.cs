using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;
using Policy.Testing.Coverage;
using Policy.Testing.Mutation;

namespace Policy.Testing.Suggestions;

/// <summary>Looks at one node of a policy for one outcome; nothing but the condition around the node is evaluated.</summary>
internal sealed class Sight
{
    private readonly CoveragePoint point;
    private readonly NodeOutcome outcome;
    private readonly PolicyDocument part;
    private readonly Dictionary<PolicyRun, PolicyPlan> plans = [];

    /// <summary>Looks for an outcome.</summary>
    public Sight(PolicyDocument policy, CoveragePoint point, NodeOutcome outcome)
    {
        (this.point, this.outcome) = (point, outcome);
        var names = new DefinitionUses(policy).Of(point.Asked);
        var rule = policy.Rules[0] with { Applies = null, Require = point.Asked, Recommend = null, Remedies = [] };
        part = policy with { Applies = null, Rules = [rule], Definitions = policy.Definitions.Where(definition => names.Contains(definition.Name)).ToSequence() };
    }

    /// <summary>Whether the outcome is seen on a host.</summary>
    public bool Shows(BaseHost host, HostFacts facts)
    {
        if (!plans.TryGetValue(host.Run, out var plan))
        {
            plans.Add(host.Run, plan = PolicyPlan.Compile(part, host.Run.Plans[0].Settings, host.Run.Slots));
        }

        var isShown = false;
        NodeOutcomes.Of(plan, facts, (node, seen) => isShown |= ReferenceEquals(node, point.Node) && seen == outcome);
        return isShown;
    }
}
