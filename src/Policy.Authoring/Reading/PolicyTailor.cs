using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Applies a tailoring to a policy.</summary>
internal static class PolicyTailor
{
    /// <summary>The policy with severities changed, rules left out and values chosen; what cannot be done is complained about.</summary>
    public static TailoredPolicy Apply(PolicyDocument policy, Tailoring tailoring, string? profile, IReadOnlyList<ParameterChoice> choices, Complaints complaints)
    {
        var ids = policy.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var named in tailoring.Without.Concat(tailoring.Severity.Select(item => new NamedSpan(item.Rule, item.Span))).Where(named => !ids.Contains(named.Name)))
        {
            complaints.Add(DiagnosticCodes.UnknownRule, named.Span, $"`{policy.Id}` has no rule `{named.Name}`", complaints.IsPatient ? NearestName.Help(named.Name, ids) : null);
        }

        var rules = policy.Rules.Where(rule => tailoring.Without.All(left => left.Name != rule.Id)).Select(rule => Weigh(rule, tailoring)).ToSequence();
        return new TailoredPolicy(policy with { Rules = rules }, new PolicySettings(profile, Values(policy, tailoring, choices, complaints)));
    }

    /// <summary>Whether two tailorings change the same things in the same way, wherever they stand.</summary>
    public static bool HasSameEffectAs(this Tailoring left, Tailoring right) =>
        left.Parameters.Select(item => (item.Name, item.Texts)).ToHashSet().SetEquals(right.Parameters.Select(item => (item.Name, item.Texts)))
        && left.Severity.Select(item => (item.Rule, item.Severity)).ToHashSet().SetEquals(right.Severity.Select(item => (item.Rule, item.Severity)))
        && left.Without.Select(item => item.Name).ToHashSet().SetEquals(right.Without.Select(item => item.Name));

    private static Rule Weigh(Rule rule, Tailoring tailoring) =>
        tailoring.Severity.FirstOrDefault(item => item.Rule == rule.Id) is { } setting ? rule with { About = rule.About with { Severity = setting.Severity } } : rule;

    private static Dictionary<string, FactValue> Values(PolicyDocument policy, Tailoring tailoring, IReadOnlyList<ParameterChoice> choices, Complaints complaints)
    {
        var values = new Dictionary<string, FactValue>(StringComparer.Ordinal);
        var settings = tailoring.Parameters.Concat(choices.Where(choice => choice.Policy == policy.Id).Select(choice => Setting(choice, policy))).ToList();
        foreach (var setting in settings)
        {
            if (policy.Parameters.FirstOrDefault(item => item.Name == setting.Name) is not { } parameter)
            {
                complaints.Add(DiagnosticCodes.UnknownParameter, setting.Span, $"`{policy.Id}` has no parameter `{setting.Name}`", NearestName.Help(setting.Name, policy.Parameters.Select(item => item.Name)));
            }
            else if (ParameterReader.Value(parameter, Node(setting), complaints) is { } value)
            {
                values[setting.Name] = value;
            }
        }

        foreach (var parameter in policy.Parameters.Where(item => item.Default is null && !settings.Exists(setting => setting.Name == item.Name)))
        {
            complaints.Add(DiagnosticCodes.MissingValue, parameter.Span, $"the parameter `{parameter.Name}` has no default and no value", $"choose one: `--set {policy.Id}.{parameter.Name}=VALUE`");
        }

        return values;
    }

    private static ParameterSetting Setting(ParameterChoice choice, PolicyDocument policy)
    {
        var isList = policy.Parameters.FirstOrDefault(item => item.Name == choice.Parameter)?.Type is ListType;
        var texts = isList ? choice.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [choice.Text];
        return new ParameterSetting(choice.Parameter, [.. texts], isList, choice.Span);
    }

    private static YamlNode Node(ParameterSetting setting)
    {
        var items = setting.Texts.Select(YamlNode (text) => new YamlScalar(text, IsPlain: false, setting.Span)).ToSequence();
        return setting.IsList ? new YamlSequence(items, setting.Span) : items[0];
    }
}
