using System.Collections.Immutable;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Tests.Findings;

/// <summary>A host's facts with an offered change made in them, where a value can be found that makes it.</summary>
internal sealed class ChangedFacts(PolicyRun run, HostFacts facts)
{
    private readonly ImmutableArray<Observation>.Builder slots = ImmutableArray.CreateRange(facts.Slots).ToBuilder();

    /// <summary>The changed facts; null if a value cannot be found by simple means.</summary>
    public HostFacts? Make(Change change) => Apply(change) ? facts with { Slots = new Sequence<Observation>(slots.ToImmutable()) } : null;

    private bool Apply(Change change) => change switch
    {
        AnswerChange { Test.Condition: TestCondition { Subject: FactSubject subject } test } answer => Set(subject.Reference, test.Matcher, answer.Wanted == Truth.True),
        GroupChange group => group.Items.Count(Apply) >= group.Number,
        _ => false,
    };

    private bool Set(FactReference reference, Matcher matcher, bool wanted)
    {
        var slot = run.Slots.SlotOf(reference);
        if (Witness(matcher, reference.Type, slots[slot], wanted) is not { } witness)
        {
            return false;
        }

        // A fact that another slot sees as a part of, or as the whole, would have to change there too.
        slots[slot] = witness;
        return run.Slots.References.Count(other => other.Fact.Path == reference.Fact.Path && other.Key == reference.Key) == 1 || reference.Fields.Count > 0 || reference.Key is null;
    }

    private Observation? Witness(Matcher matcher, FactType type, Observation now, bool wanted) => matcher switch
    {
        IsMatcher presence => presence.Present == wanted ? Any(type) : new Absent(),
        OperatorMatcher operation => Witness(operation, type, now, wanted),
        _ => null,
    };

    private Observation? Witness(OperatorMatcher operation, FactType type, Observation now, bool wanted)
    {
        if (Values(operation.Operand) is not { Count: > 0 } operands || operation.Operator.Prepare(operands) is not { } test)
        {
            return null;
        }

        var candidates = Candidates(operands, type, now);
        return candidates.FirstOrDefault(value => test(value, default) == wanted) is { } found ? new Present(found) : !wanted && !operation.Operator.IsNegative ? new Absent() : null;
    }

    private static IEnumerable<FactValue> Candidates(Sequence<FactValue> operands, FactType type, Observation now)
    {
        if (type is ListType)
        {
            var have = now is Present { Value: ListValue list } ? list.Items.ToList() : [];
            var wanted = operands.Select(value => new Present(value)).ToList();
            return [new ListValue([.. have, .. wanted]), new ListValue([.. have.Except(wanted)]), new ListValue([])];
        }

        var near = operands.OfType<NumberValue>().SelectMany(number => new FactValue[] { new NumberValue(number.Value + 1), new NumberValue(number.Value - 1) });
        var other = operands.OfType<StringValue>().Select(text => new StringValue(text.Value + "x"));
        IEnumerable<FactValue> both = type is BooleanType ? [new BooleanValue(true), new BooleanValue(false)] : [];
        return [.. operands, .. near, .. other, .. both];
    }

    private Sequence<FactValue>? Values(Operand operand) => operand switch
    {
        LiteralOperand literal => literal.Values,
        ParameterOperand parameter => run.Plans.Select(plan => plan.Settings.Parameters.GetValueOrDefault(parameter.Name)).FirstOrDefault(value => value is not null) is { } value ? [value] : null,
        RangeOperand range => Values(range.Low) is { } low && Values(range.High) is { } high ? [.. low, .. high] : null,
        FactOperand { Times: null, Plus: null, Subject: FactSubject subject } => slots[run.Slots.SlotOf(subject.Reference)] is Present present ? [present.Value] : null,
        _ => null,
    };

    private static Present? Any(FactType type) => type switch
    {
        StringType { OneOf.Count: > 0 } text => new Present(new StringValue(text.OneOf[0])),
        StringType => new Present(new StringValue("x")),
        NumberType => new Present(new NumberValue(1)),
        BooleanType => new Present(new BooleanValue(true)),
        ListType => new Present(new ListValue([])),
        RecordType => new Present(new RecordValue(FactMap.Empty)),
        _ => null,
    };
}
