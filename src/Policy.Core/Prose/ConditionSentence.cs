using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Prose;

/// <summary>A condition on one line.</summary>
internal sealed class ConditionSentence(Language language, IReadOnlyDictionary<string, FactValue> parameters)
{
    private readonly OperandProse operands = new(language, parameters);

    /// <summary>The key of the phrase for a bound.</summary>
    public static string KeyOf(CountBound bound) => bound switch
    {
        CountBound.AtLeast => "count.at_least",
        CountBound.AtMost => "count.at_most",
        CountBound.Exactly => "count.exactly",
        _ => throw new UnreachableException(),
    };

    /// <summary>The words for a condition.</summary>
    public string Of(Condition condition) => condition switch
    {
        TestCondition test => Of(operands.Of(test.Subject), test.Subject.Type, test.Matcher),
        AllCondition all => Joined("and", all.Items),
        AnyCondition any => Joined("or", any.Items),
        NoneCondition none => Grouped(language.Say("none"), none.Items),
        NotCondition negation => language.Say("inline.not", Nested(negation.Item)),
        CountCondition count => Grouped(language.Say(KeyOf(count.Bound), $"{count.Number}"), count.Items),
        WhenCondition choice => When(choice),
        SwitchCondition choice => Switch(choice),
        ConstantCondition constant => language.Say($"decided.{constant.Truth.Name()}"),
        UseCondition use => language.Say("use", use.Definition),
        _ => throw new UnreachableException($"no prose for {condition.GetType()}"),
    };

    /// <summary>The beginning of a quantifier whose body stands below it.</summary>
    public string Head(Subject subject, QuantifiedMatcher quantified) =>
        WithEmpty(quantified, language.Say($"{KeyOf(quantified.Quantifier)}.these", Where(operands.Of(subject), quantified.Where)));

    /// <summary>What a matcher asks of something that is called by a name.</summary>
    public string Of(string subject, FactType type, Matcher matcher) => matcher switch
    {
        IsMatcher presence => language.Say(presence.Present ? "is.present" : "is.absent", subject),
        OperatorMatcher operation => language.Say($"operator.{operation.Operator.Name}", subject, operands.Of(operation.Operand, operation.Operator.OperandType(type))),
        AllMatcher all => all.Items.Select(item => Of(subject, type, item)).Aggregate((left, right) => language.Say("and", left, right)),
        QuantifiedMatcher quantified =>
            WithEmpty(quantified, language.Say(KeyOf(quantified.Quantifier), Where(subject, quantified.Where), Of(quantified.Body))),
        CountMatcher count => Of(language.Say("count", Where(subject, count.Where)), new NumberType(), count.Number),
        SumMatcher sum => Of(language.Say("sum", Where(subject, sum.Where), sum.Of.ToString()), sum.Of.Type, sum.Number),
        _ => throw new UnreachableException($"no prose for {matcher.GetType()}"),
    };

    private static string KeyOf(Quantifier quantifier) => quantifier switch
    {
        Quantifier.Some => "some",
        Quantifier.Every => "every",
        Quantifier.None => "no",
        _ => throw new UnreachableException(),
    };

    // Of `some`, an empty list is no question.
    private string WithEmpty(QuantifiedMatcher quantified, string text) =>
        quantified.Quantifier == Quantifier.Some ? text : language.Say($"empty.{quantified.Empty.Name()}", text);

    private string Where(string subject, Condition? where) => where is null ? subject : language.Say("where", subject, Of(where));

    private string Joined(string key, Sequence<Condition> items) => items.Count == 1
        ? Of(items[0])
        : items.Select(Nested).Aggregate((left, right) => language.Say(key, left, right));

    private string Nested(Condition condition) =>
        condition is TestCondition { Matcher: not (AllMatcher or QuantifiedMatcher) } or UseCondition or ConstantCondition ? Of(condition) : language.Say("group", Of(condition));

    private string Grouped(string head, Sequence<Condition> items) => language.Say("colon", head, operands.Listed(items.Select(Nested)));

    private string When(WhenCondition choice)
    {
        var text = language.Say("inline.when", Nested(choice.Then), Nested(choice.If));
        return choice.Else is null ? text : language.Say("and", text, language.Say("colon", language.Say("else"), Nested(choice.Else)));
    }

    private string Switch(SwitchCondition choice)
    {
        var cases = choice.Cases.Select(item => language.Say("colon", language.Say("case", FactText.Of(item.Value, choice.Subject.Type)), Nested(item.Condition)))
            .Append(language.Say("colon", language.Say("default"), Nested(choice.Default)));
        return language.Say("colon", language.Say("switch", choice.Subject.ToString()!), operands.Listed(cases));
    }
}
