using System.Globalization;
using Policy.Authoring.Yaml;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads waivers: LANGUAGE 1.2.</summary>
internal sealed class WaiverReader(FactCatalogue catalogue, PolicyLibrary library, Complaints complaints)
{
    /// <summary>Reads a document of waivers; null after a complaint.</summary>
    public WaiverDocument? Read(YamlMapping node, DocumentOrigin origin)
    {
        var items = node.Items("items").OfType<YamlMapping>().Select(Waiver).ToList();
        return node.Scalar("waivers") is { } id && !items.Exists(item => item is null)
            ? new WaiverDocument(id.Text, items.Select(item => item!).ToSequence(), origin)
            : null;
    }

    private Waiver? Waiver(YamlMapping node)
    {
        var name = node.Scalar("rule");
        var policy = name is null ? null : Policy(name);
        var until = node.Find("until") is YamlScalar { Text.Length: > 0 } day ? Day(day) : null;
        var condition = While(node, policy, name);
        if (name is null || until is null || name.Text.Split('/') is not [var policyId, var rule])
        {
            return null;
        }

        var about = new WaiverAbout(node.Text("reason"), node.Text("owner"), node.Scalar("ticket")?.Text);
        return new Waiver(new RuleName(policyId, rule, name.Span), about, until.Value, Hosts(node), condition);
    }

    private PolicyDocument? Policy(YamlScalar name)
    {
        if (name.Text.Split('/') is not [var id, var rule] || library.IsUnsound(id))
        {
            return null;
        }

        if (library.Find(id) is not PolicyDocument policy)
        {
            complaints.Add(DiagnosticCodes.IdleWaiver, name.Span, $"there is no policy `{id}`, so the waiver accepts nothing", library.Help(id));
            return null;
        }

        if (!policy.Rules.Any(item => item.Id == rule))
        {
            var help = complaints.Nearest(name, policy.Rules.Select(item => $"{id}/{item.Id}")) ?? $"its rules stand in {policy.Origin.File}";
            complaints.Add(DiagnosticCodes.IdleWaiver, name.Span, $"`{id}` has no rule `{rule}`, so the waiver accepts nothing", help);
        }

        return policy;
    }

    private DateOnly? Day(YamlScalar text)
    {
        if (DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        complaints.Add(DiagnosticCodes.Literal, text.Span, $"{Quotation.Of(text.Text)} is not a day", "write `YYYY-MM-DD`: the last day on which the waiver holds, in UTC");
        return null;
    }

    // A condition can name the facts that its policy declares; of a policy that is not sound nobody knows them.
    private Condition? While(YamlMapping node, PolicyDocument? policy, YamlScalar? name)
    {
        if (node.Find("while") is not { } condition || (name is not null && library.IsUnsound(name.Text.Split('/')[0])))
        {
            return null;
        }

        var facts = policy is null ? catalogue : catalogue.With(policy.Facts);
        return ConditionReader.Read(condition, new ConditionScope(facts, new Dictionary<string, Parameter>(), new HashSet<string>(), complaints));
    }

    private static Sequence<string> Hosts(YamlMapping node) => node.Find("hosts") switch
    {
        YamlScalar pattern => [pattern.Text],
        YamlSequence patterns => patterns.Items.OfType<YamlScalar>().Select(item => item.Text).ToSequence(),
        _ => ["*"],
    };
}
