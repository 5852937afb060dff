using Policy.Core.Candidates;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Testing.Suggestions;

/// <summary>A host on which as many rules of a policy as possible pass, built up from one of which nothing is known.</summary>
public static class TypicalHost
{
    /// <summary>The name of the host that it changes: any fact document will do, because every fact that the policy reads is set or unset.</summary>
    public const string BaseName = "base";

    /// <summary>Its own name.</summary>
    public const string Name = "typical";

    /// <summary>When it was collected; ages of facts are counted from there.</summary>
    public static DateTimeOffset Moment { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The host; its changes name every fact of the run.</summary>
    internal static FoundHost Of(PolicyDocument policy)
    {
        var chosen = policy.Parameters.Where(parameter => parameter.Default is null or ListValue).Select(parameter => new ParameterValue(parameter.Name, ValueOf(parameter))).ToSequence();
        var run = new PolicyRun([new TailoredPolicy(policy, new PolicySettings(null, chosen.ToDictionary(item => item.Name, item => item.Value, StringComparer.Ordinal)))], []);
        var given = new TestCase(Name, chosen, null, [], policy.Rules[0].About.Span);
        var host = new BaseHost(BaseName, given, run, Nothing(run));
        var (facts, full) = (new RuleFacts(policy), host);
        for (var number = 0; number < policy.Rules.Count; number++)
        {
            var before = Passing(full, full.Facts);
            var found = new HostSearch([full], policy).Find([.. facts.Of(policy.Rules[number])], (known, changed) => Passing(known, changed) is var now && now[number] && !before.Zip(now).Any(pair => pair.First && !pair.Second));
            full = found is null ? full : full with { Facts = found.Facts };
        }

        return new FoundHost(host, run.Slots.References.Select((fact, slot) => new HostChange(fact, Whole(full.Facts.Slots[slot]))));
    }

    // Of a list everything that its bounds name, otherwise the first value within the bounds.
    private static FactValue ValueOf(Parameter parameter)
    {
        if (parameter.Type is not ListType list)
        {
            return parameter.Bounds.SelectMany(bound => ScalarCandidates.Of(bound, parameter.Type, ParameterChoices.None)).Concat(ScalarCandidates.Of(parameter.Type)).First(parameter.Allows);
        }

        var named = parameter.Bounds.SelectMany(bound => ScalarCandidates.Literals(bound.Operand, ParameterChoices.None)).DefaultIfEmpty(ScalarCandidates.Of(list.Of).First());
        var all = new ListValue(named.Distinct().Select(Observation (value) => new Present(value)).ToSequence());
        return parameter.Allows(all) ? all : parameter.Default ?? all;
    }

    // A document of tests can only write down maps that hold all their entries.
    private static Observation Whole(Observation observation) => observation is Present { Value: MapValue map } present ? present with { Value = map with { IsComplete = true } } : observation;

    private static bool[] Passing(BaseHost host, HostFacts facts) => [.. Assessment.VerdictsOf(host.Run.Plans[0], facts).Select(verdict => verdict == Verdict.Pass)];

    private static HostFacts Nothing(PolicyRun run) =>
        new(new FactOrigin(BaseName, Moment, "policy"), string.Empty, run.Slots.References.Select(Observation (_) => new Unknown(UnknownCause.NotCollected)).ToSequence());
}
