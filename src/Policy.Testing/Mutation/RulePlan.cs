using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Testing.Mutation;

/// <summary>Compiles one rule of a policy, or of a mutant of it, over the slots of a run of the policy: a mutant names no new fact.</summary>
internal static class RulePlan
{
    /// <summary>The plan; its only rule is the one that is wanted.</summary>
    public static PolicyPlan Compile(PolicyDocument policy, string rule, PolicyRun run)
    {
        var alone = Of(policy, rule) with { Remedies = [] };
        var used = new DefinitionUses(policy);
        var names = used.Of(alone);
        if (policy.Applies is { } applies)
        {
            names.UnionWith(used.Of(applies));
        }

        var part = policy with { Rules = [alone], Definitions = policy.Definitions.Where(definition => names.Contains(definition.Name)).ToSequence() };
        return PolicyPlan.Compile(part, run.Plans[0].Settings, run.Slots);
    }

    /// <summary>The rule of a policy.</summary>
    public static Rule Of(PolicyDocument policy, string rule) => policy.Rules.First(item => item.Id == rule);
}
