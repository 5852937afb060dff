using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Reasoning;

/// <summary>Compares the cases of switches with the enumerations that they are about.</summary>
internal static class SwitchCases
{
    /// <summary>The warnings about all switches of a policy.</summary>
    public static IEnumerable<Diagnostic> Check(PolicyDocument policy)
    {
        var rules = policy.Rules.SelectMany(rule => new[] { rule.Applies, rule.Require, rule.Recommend }.Concat(rule.Remedies.Select(remedy => remedy.When)));
        return policy.Definitions.Select(definition => definition.Condition).Append(policy.Applies).Concat(rules).OfType<Condition>().SelectMany(Check);
    }

    /// <summary>Whether the subject of a switch can have the value of a case.</summary>
    public static bool IsInside(SwitchCondition choice, SwitchCase item) =>
        choice.Subject.Type is not StringType { OneOf: { Count: > 0 } words } || words.Contains(((StringValue)item.Value).Value);

    private static IEnumerable<Diagnostic> Check(Condition condition)
    {
        var inner = Parts.Of(condition).Concat(condition is TestCondition test ? Elements(test.Matcher) : []);
        return (condition is SwitchCondition { Subject.Type: StringType { OneOf.Count: > 0 } type } choice ? Check(choice, type) : []).Concat(inner.SelectMany(Check));
    }

    private static IEnumerable<Condition> Elements(Matcher matcher) =>
        Parts.Of(matcher).Select(Parts.Elements).SelectMany(elements => new[] { elements.Where, elements.Body }).OfType<Condition>();

    private static IEnumerable<Diagnostic> Check(SwitchCondition choice, StringType type)
    {
        var cases = choice.Cases.Select(item => ((StringValue)item.Value).Value).ToList();
        foreach (var outside in choice.Cases.Where(item => !IsInside(choice, item)))
        {
            var name = ((StringValue)outside.Value).Value;
            yield return new Diagnostic(DiagnosticCodes.CaseOutside, outside.Condition.Span, $"`{choice.Subject}` is never `{name}`, so this case is never taken",
                NearestName.Help(name, type.OneOf) ?? $"it is one of {string.Join(", ", type.OneOf)}");
        }

        var missing = type.OneOf.Where(name => !cases.Contains(name)).ToList();
        if (missing.Count > 0)
        {
            yield return new Diagnostic(DiagnosticCodes.MissingCases, choice.Span, $"`{choice.Subject}` can also be {string.Join(", ", missing.Select(name => $"`{name}`"))}", "write a case for each value; `default` is for values that come later");
        }
    }
}
