using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Testing.Mutation;

/// <summary>Every single change of a policy that can change a verdict; severities and ways to meet a rule are left alone.</summary>
/// <param name="policy">The policy.</param>
public sealed class PolicyMutator(PolicyDocument policy)
{
    private readonly DefinitionUses uses = new(policy);

    /// <summary>The changed policies with the rules that the change can concern, in the order of the text.</summary>
    public IEnumerable<Mutant> All() => Applicability().Concat(policy.Definitions.SelectMany(Definition)).Concat(policy.Rules.SelectMany((rule, index) => Changed(rule, index)));

    private IEnumerable<Mutant> Applicability() => policy.Applies is not { } applies ? []
        : ConditionMutator.Of(applies).Select(edit => edit.In(condition => policy with { Applies = condition }))
            .Append(new Edit<PolicyDocument>(policy with { Applies = null }, new EditNote(MutationKind.Applicability, applies.Span, "applies of the policy is left out")))
            .Select(edit => new Mutant(edit.Note, edit.Result, policy.Rules));

    private IEnumerable<Mutant> Definition(Definition definition, int index)
    {
        var rules = policy.Rules.Where(rule => uses.Of(rule).Contains(definition.Name)).ToSequence();
        var changed = policy.Applies is { } applies && uses.Of(applies).Contains(definition.Name) ? policy.Rules : rules;
        return changed.Count == 0 ? [] : ConditionMutator.Of(definition.Condition)
            .Select(edit => new Mutant(edit.Note, policy with { Definitions = policy.Definitions.With(index, definition with { Condition = edit.Result }) }, changed));
    }

    private IEnumerable<Mutant> Changed(Rule rule, int index) =>
        Rule(rule).Select(edit => new Mutant(edit.Note, policy with { Rules = policy.Rules.With(index, edit.Result) }, [rule]));

    private static IEnumerable<Edit<Rule>> Rule(Rule rule)
    {
        var applies = rule.Applies is not { } condition ? [] : ConditionMutator.Of(condition).Select(edit => edit.In(part => rule with { Applies = part }))
            .Append(new Edit<Rule>(rule with { Applies = null }, new EditNote(MutationKind.Applicability, condition.Span, "applies is left out")));
        var require = ConditionMutator.Of(rule.Require).Select(edit => edit.In(part => rule with { Require = part }));
        var recommend = rule.Recommend is not { } advice ? [] : ConditionMutator.Of(advice).Select(edit => edit.In(part => rule with { Recommend = part }))
            .Append(new Edit<Rule>(rule with { Recommend = null }, new EditNote(MutationKind.Recommendation, advice.Span, "recommend is left out")));
        return applies.Concat(require).Concat(recommend);
    }
}

/// <summary>A policy with one change.</summary>
/// <param name="Note">What was changed.</param>
/// <param name="Policy">The changed policy.</param>
/// <param name="Concerned">The rules of the policy, as they were, whose verdict the change can concern.</param>
public sealed record Mutant(EditNote Note, PolicyDocument Policy, Sequence<Rule> Concerned);
