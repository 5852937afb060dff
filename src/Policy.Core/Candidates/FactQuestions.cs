using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Core.Reasoning;
using Policy.Core.Rules;

namespace Policy.Core.Candidates;

/// <summary>What a policy asks of each fact, and of each field of its elements.</summary>
public sealed class FactQuestions
{
    private readonly Dictionary<string, FactQuestions> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Matcher>> matchers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FactValue>> cases = new(StringComparer.Ordinal);

    /// <summary>The questions of whole policies.</summary>
    public static FactQuestions Of(params IEnumerable<PolicyDocument> policies)
    {
        var questions = new FactQuestions();
        foreach (var condition in policies.SelectMany(Conditions))
        {
            questions.Add(condition);
        }

        return questions;
    }

    private static IEnumerable<Condition> Conditions(PolicyDocument policy) => policy.Rules.SelectMany(rule => new[] { rule.Applies, rule.Require, rule.Recommend }.Concat(rule.Remedies.Select(remedy => remedy.When)))
        .Append(policy.Applies).OfType<Condition>().Concat(policy.Definitions.Select(definition => definition.Condition));

    /// <summary>The single matchers that a subject is asked with.</summary>
    public IReadOnlyList<Matcher> Matchers(string subject) => matchers.GetValueOrDefault(subject, []);

    /// <summary>The values that a switch compares a subject with.</summary>
    public IReadOnlyList<FactValue> Cases(string subject) => cases.GetValueOrDefault(subject, []);

    /// <summary>What is asked of the elements of a subject; by field, or under <c>it</c> for an element that is one value.</summary>
    public FactQuestions Elements(string subject) => elements.TryGetValue(subject, out var inner) ? inner : elements[subject] = new FactQuestions();

    private void Add(Condition condition)
    {
        switch (condition)
        {
            case TestCondition test:
                foreach (var matcher in Parts.Of(test.Matcher))
                {
                    Add($"{test.Subject}", matcher);
                }

                break;
            case SwitchCondition choice:
                Known(cases, $"{choice.Subject}").AddRange(choice.Cases.Select(item => item.Value));
                break;
        }

        foreach (var part in Parts.Of(condition))
        {
            Add(part);
        }
    }

    private void Add(string subject, Matcher matcher)
    {
        Known(matchers, subject).Add(matcher);
        var (where, body) = Parts.Elements(matcher);
        foreach (var condition in new[] { where, body }.OfType<Condition>())
        {
            Elements(subject).Add(condition);
        }

        if (matcher is SumMatcher sum)
        {
            foreach (var part in Parts.Of(sum.Number))
            {
                Elements(subject).Add($"{sum.Of}", part);
            }
        }
    }

    private static List<T> Known<T>(Dictionary<string, List<T>> lists, string name) => lists.TryGetValue(name, out var list) ? list : lists[name] = [];
}
