using CsCheck;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Tests.Evaluation;

/// <summary>What holds for every condition and every host.</summary>
public class LawTests
{
    private static readonly long Samples = Exam.Times(1500);

    [Fact]
    public void More_knowledge_never_turns_a_truth_around() =>
        Gen.Select(LawConditions.Any, LawFacts.Any, Gen.Int).Sample(
            (condition, facts, seed) =>
            {
                var more = LawRun.Truths(facts, condition)[0];

                var less = LawRun.Truths(facts.Erased(seed), condition)[0];

                return less == Truth.Unknown || more == Truth.Unknown || less == more;
            },
            iter: 2 * Samples);

    [Fact]
    public void None_is_the_negation_of_any_and_the_conjunction_of_negations() =>
        Gen.Select(LawConditions.Any.Array[1, 3], LawFacts.Any).Sample(
            (items, facts) =>
            {
                var none = new NoneCondition([.. items], LawConditions.Span);
                var notAny = new NotCondition(new AnyCondition([.. items], LawConditions.Span), LawConditions.Span);
                var allNot = new AllCondition([.. items.Select(Negation)], LawConditions.Span);

                var truths = LawRun.Truths(facts, none, notAny, allNot);

                return truths.Distinct().Count() == 1;
            },
            iter: Samples);

    [Fact]
    public void All_is_the_negation_of_any_negation() =>
        Gen.Select(LawConditions.Any.Array[1, 3], LawFacts.Any).Sample(
            (items, facts) =>
            {
                var all = new AllCondition([.. items], LawConditions.Span);
                var notAnyNot = new NotCondition(new AnyCondition([.. items.Select(Negation)], LawConditions.Span), LawConditions.Span);

                var truths = LawRun.Truths(facts, all, notAnyNot);

                return truths[0] == truths[1];
            },
            iter: Samples);

    [Fact]
    public void The_order_of_entries_does_not_matter() =>
        Gen.Select(LawConditions.Any, LawFacts.Any).Sample(
            (condition, facts) =>
            {
                var truths = LawRun.Truths(facts, condition, Reversed(condition));

                return truths[0] == truths[1];
            },
            iter: Samples);

    [Fact]
    public void The_order_of_rules_does_not_matter() =>
        Gen.Select(LawConditions.Any.Array[2, 4], LawFacts.Any).Sample(
            (conditions, facts) =>
            {
                var forwards = LawRun.Truths(facts, conditions);

                var backwards = LawRun.Truths(facts, conditions.Reverse());

                return forwards.SequenceEqual(backwards.Reverse());
            },
            iter: Samples);

    [Fact]
    public void A_verdict_is_the_truth_at_the_root_of_its_explanation() =>
        Gen.Select(LawConditions.Any, LawFacts.Any).Sample(
            (condition, facts) =>
            {
                var finding = LawRun.Findings(LawRun.Document([condition]), facts)[0];

                return finding.Explanation.Truth == LawRun.TruthOf(finding.Verdict);
            },
            iter: Samples);

    [Fact]
    public void A_definition_means_the_same_as_its_condition() =>
        Gen.Select(LawConditions.Any, LawFacts.Any).Sample(
            (condition, facts) =>
            {
                var use = new UseCondition("d", LawConditions.Span);
                var document = LawRun.Document([condition, use, Negation(use)], new Definition("d", condition));

                var truths = LawRun.Findings(document, facts).Select(finding => LawRun.TruthOf(finding.Verdict)).ToList();

                return truths[0] == truths[1] && truths[2] == truths[0].Not();
            },
            iter: Samples);

    [Fact]
    public void A_number_of_conditions_is_decided_where_every_completion_agrees() =>
        Gen.Select(Gen.Enum<CountBound>(), Gen.Int[0, 6], Gen.Enum<Truth>().Array[1, 5]).Sample(
            (bound, number, truths) =>
            {
                var items = truths.Select(Condition (truth) => new ConstantCondition(truth, LawConditions.Span)).ToSequence();

                var found = LawRun.Truths(NoFacts, new CountCondition(bound, number, items, LawConditions.Span))[0];

                return found == ByCompletion(bound, number, truths);
            },
            iter: Samples);

    private static LawFacts NoFacts { get; } = new(new Dictionary<string, Policy.Core.Facts.Observation>());

    private static NotCondition Negation(Condition condition) => new(condition, LawConditions.Span);

    private static Truth ByCompletion(CountBound bound, int number, Truth[] truths)
    {
        var (sure, open) = (truths.Count(truth => truth == Truth.True), truths.Count(truth => truth == Truth.Unknown));
        var answers = Enumerable.Range(sure, open + 1).Select(count => bound switch
        {
            CountBound.AtLeast => count >= number,
            CountBound.AtMost => count <= number,
            _ => count == number,
        }).Distinct().ToList();
        return answers.Count > 1 ? Truth.Unknown : Kleene.Of(answers[0]);
    }

    private static Condition Reversed(Condition condition) => condition switch
    {
        AllCondition all => all with { Items = Reversed(all.Items) },
        AnyCondition any => any with { Items = Reversed(any.Items) },
        NoneCondition none => none with { Items = Reversed(none.Items) },
        NotCondition negation => negation with { Item = Reversed(negation.Item) },
        CountCondition count => count with { Items = Reversed(count.Items) },
        TestCondition test => test with { Matcher = Reversed(test.Matcher) },
        _ => condition,
    };

    private static Sequence<Condition> Reversed(Sequence<Condition> items) => items.Reverse().Select(Reversed).ToSequence();

    private static Matcher Reversed(Matcher matcher) => matcher switch
    {
        AllMatcher all => all with { Items = all.Items.Reverse().Select(Reversed).ToSequence() },
        QuantifiedMatcher quantified => quantified with { Body = Reversed(quantified.Body) },
        _ => matcher,
    };
}
