using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Testing.Mutation;

/// <summary>Compiles one rule of a changed policy over the slots of a run of the policy as it is: a change names no new fact.</summary>
internal static class MutantPlan
{
    /// <summary>The plan; its only rule is the one that is wanted.</summary>
    public static PolicyPlan Compile(Mutant mutant, string rule, PolicyRun run)
    {
        var changed = Changed(mutant, rule) with { Remedies = [] };
        var used = new DefinitionUses(mutant.Policy);
        var names = used.Of(changed);
        if (mutant.Policy.Applies is { } applies)
        {
            names.UnionWith(used.Of(applies));
        }

        var policy = mutant.Policy with { Rules = [changed], Definitions = mutant.Policy.Definitions.Where(definition => names.Contains(definition.Name)).ToSequence() };
        return PolicyPlan.Compile(policy, run.Plans[0].Settings, run.Slots);
    }

    /// <summary>A rule after the change.</summary>
    public static Rule Changed(Mutant mutant, string rule) => mutant.Policy.Rules.First(item => item.Id == rule);
}
