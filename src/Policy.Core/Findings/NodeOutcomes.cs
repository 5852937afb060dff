using Policy.Core.Conditions;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Reasoning;

namespace Policy.Core.Findings;

/// <summary>Tells what every node of a policy's conditions answered about a host, from the evaluator's own truths.</summary>
/// <remarks>
/// A node is a <see cref="Condition"/>, an entry of an <see cref="AllMatcher"/>, or a <see cref="SwitchCase"/>, as the policy holds it: the same object. What is asked of
/// elements answers once for each of them. What uses a definition is no node of its own.
/// </remarks>
public sealed class NodeOutcomes
{
    private readonly Action<object, NodeOutcome> see;
    private readonly PolicyPlan plan;

    private NodeOutcomes(PolicyPlan plan, Action<object, NodeOutcome> see) => (this.plan, this.see) = (plan, see);

    /// <summary>Tells every outcome.</summary>
    /// <param name="plan">The policy.</param>
    /// <param name="facts">The host.</param>
    /// <param name="see">Takes a node and its outcome.</param>
    public static void Of(PolicyPlan plan, HostFacts facts, Action<object, NodeOutcome> see) => new NodeOutcomes(plan, see).Visit(facts);

    private void Visit(HostFacts facts)
    {
        var scope = EvaluationScope.Of(facts, plan.Roots.SchemeSlot);
        var run = new EvaluatedSteps(plan.Operations, Evaluator.Evaluate(plan.Operations, scope), scope);
        foreach (var definition in plan.Policy.Definitions)
        {
            Visit(definition.Condition, plan.Roots.Definitions[definition.Name], run);
        }

        Visit(plan.Policy.Applies, plan.Roots.Applies, run);
        foreach (var (rule, roots) in plan.Policy.Rules.Zip(plan.Roots.Rules))
        {
            Visit(rule.Applies, roots.Applies, run);
            Visit(rule.Require, roots.Require, run);
            Visit(rule.Recommend, roots.Recommend, run);
            foreach (var (remedy, root) in rule.Remedies.Zip(roots.Remedies))
            {
                Visit(remedy.When, root, run);
            }
        }
    }

    private void Visit(Condition? condition, int? root, EvaluatedSteps run)
    {
        if (condition is null or UseCondition or ConstantCondition || root is not { } step)
        {
            return;
        }

        see(condition, (NodeOutcome)run.Truths[step]);
        switch (condition)
        {
            case TestCondition test:
                Visit(test.Matcher, run.List.Tests[run.List.Operations[step].Argument].Matcher, run.Scope.Observe(run.List.Tests[run.List.Operations[step].Argument].Subject), run.Scope);
                break;
            case SwitchCondition choice when Evaluator.ChosenInput(run.List.Switches[run.List.Operations[step].Argument], run.Scope) is { } index:
                see(index < choice.Cases.Count ? choice.Cases[index] : choice.Default, NodeOutcome.Chosen);
                break;
        }

        var parts = Parts.Of(condition);
        for (var index = 0; index < parts.Count; index++)
        {
            Visit(parts[index], run.List.Inputs[run.List.Operations[step].First + index], run);
        }
    }

    private void Visit(Matcher matcher, MatcherPlan compiled, Observation observation, EvaluationScope scope)
    {
        if ((matcher, compiled) is (AllMatcher all, AllPlan plans))
        {
            foreach (var (item, part) in all.Items.Zip(plans.Items))
            {
                see(item, (NodeOutcome)MatcherEvaluator.Ask(part, observation, scope));
                Visit(item, part, observation, scope);
            }
        }

        var (where, body) = Parts.Elements(matcher);
        var (selection, list) = compiled switch
        {
            QuantifiedPlan quantified => (quantified.Selection, quantified.Body),
            CountPlan count => (count.Selection, null),
            SumPlan sum => (sum.Selection, null),
            _ => (null, null),
        };
        if (selection is not null && observation is not Unknown)
        {
            foreach (var element in Elements.Of(observation, selection.KeyName).Items)
            {
                Visit(where, selection.Where, scope with { Element = element });
                Visit(body, list, scope with { Element = element });
            }
        }
    }

    private void Visit(Condition? condition, OperationList? list, EvaluationScope scope)
    {
        if (condition is not null && list is not null)
        {
            var truths = Evaluator.Evaluate(list, scope);
            Visit(condition, truths.Length - 1, new EvaluatedSteps(list, truths, scope));
        }
    }
}

/// <summary>What a node of a condition can answer.</summary>
public enum NodeOutcome
{
    /// <summary>It does not hold.</summary>
    False = Truth.False,

    /// <summary>The facts do not decide it.</summary>
    Unknown = Truth.Unknown,

    /// <summary>It holds.</summary>
    True = Truth.True,

    /// <summary>A switch takes this case, or this default.</summary>
    Chosen,
}
