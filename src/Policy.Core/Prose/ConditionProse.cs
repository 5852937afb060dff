using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Prose;

/// <summary>Conditions in words: one writer for every language, whose tables give the phrases and their order.</summary>
/// <remarks>A definition is spelled out where it is used first, and named where it is used again.</remarks>
public sealed class ConditionProse
{
    private readonly Dictionary<string, Condition> definitions;
    private readonly HashSet<string> spelled = new(StringComparer.Ordinal);
    private readonly Language language;
    private readonly ConditionSentence sentence;

    /// <summary>A writer for one rule of a policy.</summary>
    /// <param name="language">The language.</param>
    /// <param name="policy">The policy, for its definitions.</param>
    /// <param name="parameters">The values of parameters.</param>
    public ConditionProse(Language language, PolicyDocument policy, IReadOnlyDictionary<string, FactValue> parameters)
    {
        definitions = policy.Definitions.ToDictionary(item => item.Name, item => item.Condition, StringComparer.Ordinal);
        this.language = language;
        sentence = new ConditionSentence(language, parameters);
    }

    /// <summary>The whole condition on one line, definitions by their names.</summary>
    public string Sentence(Condition condition) => sentence.Of(condition);

    /// <summary>The condition as an outline, the parts below what combines them.</summary>
    public IReadOnlyList<ProseLine> Outline(Condition condition) => [.. Lines(condition)];

    private IEnumerable<ProseLine> Lines(Condition condition) => condition switch
    {
        TestCondition test => Test(test),
        ConstantCondition => [new ProseLine(0, sentence.Of(condition))],
        AllCondition { Items.Count: 1 } all => Lines(all.Items[0]),
        AnyCondition { Items.Count: 1 } any => Lines(any.Items[0]),
        AllCondition all => Group("all", all.Items),
        AnyCondition any => Group("any", any.Items),
        NoneCondition none => Group("none", none.Items),
        NotCondition negation => Group("not", [negation.Item]),
        CountCondition count => Group(ConditionSentence.KeyOf(count.Bound), count.Items, $"{count.Number}"),
        WhenCondition choice => When(choice),
        SwitchCondition choice => Switch(choice),
        UseCondition use => Use(use),
        _ => throw new UnreachableException($"no prose for {condition.GetType()}"),
    };

    private IEnumerable<ProseLine> Group(string key, Sequence<Condition> items, string number = "") =>
        Below(language.Say(key, number), items.SelectMany(Lines));

    private IEnumerable<ProseLine> Below(string head, IEnumerable<ProseLine> lines) =>
        lines.Select(line => line.Deeper()).Prepend(new ProseLine(0, language.Say("heading", head)));

    private IEnumerable<ProseLine> When(WhenCondition choice)
    {
        var lines = Below(language.Say("when"), Lines(choice.If)).Concat(Below(language.Say("then"), Lines(choice.Then)));
        return choice.Else is null ? lines : lines.Concat(Below(language.Say("else"), Lines(choice.Else)));
    }

    private IEnumerable<ProseLine> Switch(SwitchCondition choice)
    {
        var cases = choice.Cases.SelectMany(item => Case(language.Say("case", FactText.Of(item.Value, choice.Subject.Type)), item.Condition));
        return Below(language.Say("switch", choice.Subject.ToString()!), cases.Concat(Case(language.Say("default"), choice.Default)));
    }

    private IEnumerable<ProseLine> Case(string head, Condition condition)
    {
        var lines = Lines(condition).ToList();
        return lines.Count == 1 ? [new ProseLine(0, language.Say("colon", head, lines[0].Text))] : Below(head, lines);
    }

    private IEnumerable<ProseLine> Use(UseCondition use)
    {
        var head = sentence.Of(use);
        return spelled.Add(use.Definition) ? Below(head, Lines(definitions[use.Definition])) : [new ProseLine(0, head)];
    }

    // A body that combines more than tests stands below its quantifier.
    private IEnumerable<ProseLine> Test(TestCondition test) => test.Matcher is QuantifiedMatcher quantified && !IsShort(quantified.Body)
        ? Below(sentence.Head(test.Subject, quantified), Lines(quantified.Body))
        : [new ProseLine(0, sentence.Of(test))];

    private static bool IsShort(Condition body) => body is TestCondition || (body is AllCondition all && all.Items.All(item => item is TestCondition));
}
