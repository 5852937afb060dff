using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Prose;
using Policy.Core.Rules;

namespace Policy.Reporting.Changes;

/// <summary>What changed between two versions of a policy: rules by their ids, and what they ask.</summary>
public static class PolicyChanges
{
    /// <summary>The changes, in the order of the newer policy; what is there no more stands at the end.</summary>
    public static Sequence<Change> Find(PolicyDocument old, PolicyDocument recent, Language language)
    {
        var before = old.Rules.ToDictionary(rule => rule.Id, rule => TextOf(old, rule, language), StringComparer.Ordinal);
        var after = recent.Rules.ToDictionary(rule => rule.Id, rule => TextOf(recent, rule, language), StringComparer.Ordinal);
        var changed = recent.Rules.Where(rule => before.GetValueOrDefault(rule.Id) != after[rule.Id])
            .Select(rule => Of(before.ContainsKey(rule.Id) ? ChangeKind.Other : ChangeKind.New, recent, rule, language) with { From = before.GetValueOrDefault(rule.Id, string.Empty), To = after[rule.Id] });
        var gone = old.Rules.Where(rule => !after.ContainsKey(rule.Id)).Select(rule => Of(ChangeKind.Gone, old, rule, language) with { From = before[rule.Id] });
        return [.. changed, .. gone];
    }

    private static Change Of(ChangeKind kind, PolicyDocument policy, Rule rule, Language language) => new(kind, string.Empty, $"{policy.Id}/{rule.Id}", string.Empty, string.Empty)
    {
        Title = language.Of(rule.About.Title),
        Severity = rule.About.Severity.Name(),
    };

    private static string TextOf(PolicyDocument policy, Rule rule, Language language)
    {
        var values = policy.Parameters.Where(item => item.Default is not null).ToDictionary(item => item.Name, item => item.Default!, StringComparer.Ordinal);
        var prose = new ConditionProse(language, policy, values);
        (string Key, Condition? Condition)[] parts = [("title.applies", policy.Applies), ("title.applies", rule.Applies), ("title.require", rule.Require), ("title.recommend", rule.Recommend)];
        IEnumerable<string> texts = parts.Where(part => part.Condition is not null).Select(part => language.Say("colon", language.Say(part.Key), prose.Sentence(part.Condition!)));
        return string.Join("; ", texts.Prepend(language.Say($"severity.{rule.About.Severity.Name()}")));
    }
}
