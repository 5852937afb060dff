using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Findings;

/// <summary>Writes explanations beside the evaluator's own truths: there is no second evaluation of a condition.</summary>
internal sealed class Explainer
{
    private readonly Dictionary<string, Definition> definitions;
    private readonly IReadOnlyDictionary<string, FactValue> parameters;
    private readonly HashSet<string> shown = new(StringComparer.Ordinal);

    /// <summary>An explainer for one condition.</summary>
    /// <param name="definitions">The named conditions that it can use.</param>
    /// <param name="parameters">The chosen values.</param>
    public Explainer(Sequence<Definition> definitions, IReadOnlyDictionary<string, FactValue> parameters)
    {
        this.definitions = definitions.ToDictionary(item => item.Name, StringComparer.Ordinal);
        this.parameters = parameters;
    }

    /// <summary>The tree of a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="step">The step that gives its truth.</param>
    /// <param name="run">The evaluated steps.</param>
    public Explanation Explain(Condition condition, int step, EvaluatedSteps run)
    {
        var truth = run.Truths[step];
        var text = ConditionText.Of(condition, parameters);
        var explanation = condition switch
        {
            TestCondition test => TestExplainer.Explain(this, test, run.List.Tests[run.List.Operations[step].Argument], run with { Truth = truth, Text = text }),
            ConstantCondition => new Explanation(ExplanationKind.Constant, truth, text, null, []),
            UseCondition use => new Explanation(ExplanationKind.Definition, truth, text, null, Definition(use.Definition, step, run)),
            SwitchCondition choice => Chosen(choice, step, run, text),
            _ => new Explanation(ExplanationKind.Group, truth, text, null, [.. Parts(condition).Select((part, index) => Explain(part, Input(run, step, index), run))]),
        };
        return explanation with { Condition = condition };
    }

    /// <summary>What was seen of a subject; null for a scalar element, which its own node shows.</summary>
    public static Evidence? EvidenceOf(Subject subject, SubjectPlan plan, in EvaluationScope scope) =>
        subject is ElementSubject ? null : new Evidence(subject.ToString()!, scope.Observe(plan), subject.Type);

    private static int Input(EvaluatedSteps run, int step, int index) => run.List.Inputs[run.List.Operations[step].First + index];

    private static Sequence<Condition> Parts(Condition condition) => condition switch
    {
        AllCondition all => all.Items,
        AnyCondition any => any.Items,
        NoneCondition none => none.Items,
        NotCondition negation => [negation.Item],
        CountCondition count => count.Items,
        WhenCondition { Else: null } implies => [implies.If, implies.Then],
        WhenCondition { Else: { } otherwise } implies => [implies.If, implies.Then, otherwise],
        _ => [],
    };

    // A definition that is used often is shown once, so that a tree never grows beyond the policy's own text.
    private Sequence<Explanation> Definition(string name, int step, EvaluatedSteps run) =>
        shown.Add(name) ? [Explain(definitions[name].Condition, step, run)] : [];

    private Explanation Chosen(SwitchCondition choice, int step, EvaluatedSteps run, string text)
    {
        var plan = run.List.Switches[run.List.Operations[step].Argument];
        Sequence<Explanation> chosen = Evaluator.ChosenInput(plan, run.Scope) is { } index
            ? [Explain(index < choice.Cases.Count ? choice.Cases[index].Condition : choice.Default, Input(run, step, index), run)]
            : [];
        return new Explanation(ExplanationKind.Group, run.Truths[step], text, EvidenceOf(choice.Subject, plan.Subject, run.Scope), chosen);
    }
}

/// <summary>Evaluated steps and what they were evaluated against.</summary>
/// <param name="List">The steps.</param>
/// <param name="Truths">Their truths.</param>
/// <param name="Scope">The host, and inside a quantifier the element.</param>
internal sealed record EvaluatedSteps(OperationList List, Truth[] Truths, EvaluationScope Scope)
{
    /// <summary>The truth of the test that is being explained.</summary>
    public Truth Truth { get; init; }

    /// <summary>The words of the test that is being explained.</summary>
    public string Text { get; init; } = string.Empty;
}
