using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Core.Prose;

/// <summary>Explanations of verdicts, and what would change them, in words.</summary>
/// <param name="language">The language.</param>
/// <param name="parameters">The values of parameters.</param>
public sealed class ExplanationProse(Language language, IReadOnlyDictionary<string, FactValue> parameters)
{
    private readonly ConditionSentence sentence = new(language, parameters);

    /// <summary>The tree from its root, each node before its parts.</summary>
    public IEnumerable<ExplanationLine> Tree(Explanation node) =>
        node.Items.SelectMany(Tree).Select(line => line with { Depth = line.Depth + 1 }).Prepend(new ExplanationLine(0, node, TextOf(node)));

    /// <summary>What would have to change, as an outline.</summary>
    public IEnumerable<ProseLine> Outline(Change change) => change switch
    {
        AnswerChange answer => [new ProseLine(0, Answer(answer))],
        NoChange => [new ProseLine(0, language.Say("change.fixed"))],
        GroupChange group => group.Items.SelectMany(Outline).Select(line => line.Deeper()).Prepend(new ProseLine(0, language.Say("heading", Head(group)))),
        _ => throw new UnreachableException($"no prose for {change.GetType()}"),
    };

    private string Head(GroupChange group) => group.Number == group.Items.Count ? language.Say("change.all")
        : group.Number == 1 ? language.Say("change.any")
        : language.Say("change.some", $"{group.Number}");

    private string Answer(AnswerChange change) => (change.Test.Condition, change.Wanted) switch
    {
        (UseCondition use, Truth.True) => language.Say("change.definition", use.Definition),
        (UseCondition use, _) => language.Say("change.not_definition", use.Definition),
        (SwitchCondition choice, Truth.True) => Case(change.Test, choice),
        ({ } condition, var wanted) => Known(change.Test, wanted == Truth.True ? sentence.Of(condition) : language.Say("change.must_not", sentence.Of(condition))),
        _ => throw new UnreachableException("a change of no condition"),
    };

    private string Known(Explanation test, string text) =>
        test.Fact is { Observation: Unknown } fact ? language.Say("change.find_out", fact.Path, text) : text;

    private string Case(Explanation node, SwitchCondition choice) => node.Fact is { Observation: Unknown } fact
        ? language.Say("change.known_case", fact.Path)
        : language.Say("change.another_case", choice.Subject.ToString()!, string.Join(language.Say("comma"), choice.Cases.Select(item => FactText.Of(item.Value, choice.Subject.Type))));

    /// <summary>The question at a node.</summary>
    public string TextOf(Explanation node) => node.Condition switch
    {
        null => node.Text,
        AllCondition => Head("all"),
        AnyCondition => Head("any"),
        NoneCondition => Head("none"),
        NotCondition => Head("not"),
        CountCondition count => Head(ConditionSentence.KeyOf(count.Bound), $"{count.Number}"),
        SwitchCondition choice => Head("switch", choice.Subject.ToString()!),
        var condition => sentence.Of(condition),
    };

    private string Head(string key, string part = "") => language.Say("heading", language.Say(key, part));
}

/// <summary>One node of an explanation in words.</summary>
/// <param name="Depth">How deep it stands below the root, from 0.</param>
/// <param name="Node">The node, with its truth and what was seen.</param>
/// <param name="Text">The question in words.</param>
public sealed record ExplanationLine(int Depth, Explanation Node, string Text);
