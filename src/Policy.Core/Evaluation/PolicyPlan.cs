using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Evaluation;

/// <summary>A policy compiled for a run: its conditions as one list of steps over the run's slots.</summary>
/// <remarks>Immutable; one plan judges any number of hosts, also at the same time.</remarks>
public sealed class PolicyPlan
{
    private PolicyPlan(PolicyDocument policy, PolicySettings settings, OperationList operations, PlanRoots roots) =>
        (Policy, Settings, Operations, Roots) = (policy, settings, operations, roots);

    /// <summary>The policy as it is applied: severities changed and rules left out.</summary>
    public PolicyDocument Policy { get; }

    /// <summary>The profile that tailors it, and the value of every parameter.</summary>
    public PolicySettings Settings { get; }

    internal OperationList Operations { get; }

    internal PlanRoots Roots { get; }

    /// <summary>Compiles a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="settings">Chosen values; every parameter without a default has one.</param>
    /// <param name="slots">The slots of the run; those of the policy's facts are added.</param>
    public static PolicyPlan Compile(PolicyDocument policy, PolicySettings settings, FactSlots slots)
    {
        var parameters = policy.Parameters.ToDictionary(item => item.Name, item => settings.Parameters.GetValueOrDefault(item.Name) ?? item.Default!, StringComparer.Ordinal);
        var definitions = new Dictionary<string, int>(StringComparer.Ordinal);
        var builder = new PlanBuilder(new PlanScope(slots, parameters, definitions));
        foreach (var definition in policy.Definitions)
        {
            definitions[definition.Name] = builder.Add(definition.Condition);
        }

        int? Root(Condition? condition) => condition is null ? null : builder.Add(condition);
        var applies = Root(policy.Applies);
        var rules = policy.Rules.Select(rule => new RuleRoots(
            Root(rule.Applies), builder.Add(rule.Require), Root(rule.Recommend), [.. rule.Remedies.Select(remedy => Root(remedy.When))])).ToArray();
        return new PolicyPlan(policy, settings with { Parameters = parameters }, builder.Build(), new PlanRoots(applies, rules, definitions, SchemeSlot(slots)));
    }

    internal static int? SchemeSlot(FactSlots slots) =>
        slots.References.Any(reference => PackageScheme.Matters(reference.Type)) ? slots.SlotOf(PackageScheme.Reference) : null;
}

/// <summary>How a policy is tailored to a run.</summary>
/// <param name="Profile">The profile that tailors it; null if it stands for itself.</param>
/// <param name="Parameters">The chosen values; what is not named has its default.</param>
public sealed record PolicySettings(string? Profile, IReadOnlyDictionary<string, FactValue> Parameters)
{
    /// <summary>Nothing chosen.</summary>
    public static PolicySettings Default { get; } = new(null, new Dictionary<string, FactValue>());
}

/// <summary>Which steps answer for what.</summary>
internal sealed record PlanRoots(int? Applies, RuleRoots[] Rules, IReadOnlyDictionary<string, int> Definitions, int? SchemeSlot);

/// <summary>Which steps answer for a rule.</summary>
internal sealed record RuleRoots(int? Applies, int Require, int? Recommend, int?[] Remedies);
