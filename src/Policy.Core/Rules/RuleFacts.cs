using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Rules;

/// <summary>Which facts decide a rule.</summary>
/// <param name="policy">The policy with the rule, whose definitions it may use.</param>
public sealed class RuleFacts(PolicyDocument policy)
{
    private readonly Dictionary<string, Condition> definitions = policy.Definitions.ToDictionary(item => item.Name, item => item.Condition, StringComparer.Ordinal);

    /// <summary>The facts of its condition and of whether it applies, each once.</summary>
    public IEnumerable<FactReference> Of(Rule rule) =>
        new[] { policy.Applies, rule.Applies, rule.Require, rule.Recommend }.OfType<Condition>().SelectMany(Of).Distinct();

    /// <summary>The facts that only choose between its remedies.</summary>
    public IEnumerable<FactReference> OfRemedies(Rule rule) =>
        rule.Remedies.Select(remedy => remedy.When).OfType<Condition>().SelectMany(Of).Distinct().Except(Of(rule));

    /// <summary>The facts of definitions, also of those that no rule uses.</summary>
    public IEnumerable<FactReference> OfDefinitions() => definitions.Values.SelectMany(Of).Distinct();

    /// <summary>The facts of a condition of the policy.</summary>
    public IEnumerable<FactReference> Of(Condition condition) => condition switch
    {
        TestCondition test => Of(test.Subject).Concat(Of(test.Matcher)),
        AllCondition all => all.Items.SelectMany(Of),
        AnyCondition any => any.Items.SelectMany(Of),
        NoneCondition none => none.Items.SelectMany(Of),
        CountCondition count => count.Items.SelectMany(Of),
        NotCondition negated => Of(negated.Item),
        WhenCondition choice => new[] { choice.If, choice.Then, choice.Else }.OfType<Condition>().SelectMany(Of),
        SwitchCondition table => Of(table.Subject).Concat(table.Cases.SelectMany(item => Of(item.Condition))).Concat(Of(table.Default)),
        UseCondition use => Of(definitions[use.Definition]),
        ConstantCondition => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<FactReference> Of(Matcher matcher) => matcher switch
    {
        IsMatcher => [],
        OperatorMatcher compare => Of(compare.Operand),
        AllMatcher all => all.Items.SelectMany(Of),
        QuantifiedMatcher quantified => Of(quantified.Body).Concat(Optional(quantified.Where)),
        CountMatcher count => Of(count.Number).Concat(Optional(count.Where)),
        SumMatcher sum => Of(sum.Number).Concat(Optional(sum.Where)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private IEnumerable<FactReference> Optional(Condition? condition) => condition is null ? [] : Of(condition);

    private static IEnumerable<FactReference> Of(Operand operand) => operand switch
    {
        FactOperand fact => Of(fact.Subject),
        RangeOperand range => Of(range.Low).Concat(Of(range.High)),
        LiteralOperand or ParameterOperand => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<FactReference> Of(Subject subject) => subject is FactSubject fact ? [fact.Reference] : [];
}
