using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Reasoning;

namespace Policy.Core.Candidates;

/// <summary>What a fact can be so that a policy answers otherwise: absent, unknown, and values at the bounds of what is asked of it.</summary>
/// <param name="questions">What is asked.</param>
/// <param name="parameters">The values of parameters.</param>
public sealed class FactCandidates(FactQuestions questions, ParameterChoices parameters)
{
    private const int MostElements = 120;
    private const int MostProfiles = 6;
    private const int MostPairs = 400;
    private const int LongestList = 70;
    private static readonly Unknown NotCollected = new(UnknownCause.NotCollected);
    private readonly Dictionary<string, IReadOnlyList<Observation>> known = new(StringComparer.Ordinal);

    /// <summary>The candidates of a fact, the same in the same order every time.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="host">The host that is changed: other facts and its date can set a bound.</param>
    /// <param name="slots">The slots of the host.</param>
    public IEnumerable<Observation> Of(FactReference fact, HostFacts host, FactSlots slots)
    {
        if (!known.TryGetValue(fact.Path, out var candidates))
        {
            var values = Values(fact.Path, fact.Type).Distinct().Select(Observation (value) => new Present(value));
            known.Add(fact.Path, candidates = [NotCollected, new Absent(), .. values]);
        }

        return candidates.Concat(questions.Matchers(fact.Path).OfType<OperatorMatcher>().SelectMany(matcher => Relative(matcher, fact, host, slots)).Select(value => new Present(value)));
    }

    private IEnumerable<FactValue> Values(string subject, FactType type) => type switch
    {
        ListType { Of.IsScalar: true } list => ScalarLists(subject, list.Of),
        ListType list => Lists(subject, [.. Records(questions.Elements(subject), list.Of)]),
        MapType map => Maps(subject, map),
        RecordType => [new RecordValue(FactMap.Empty)],
        _ => Scalars(questions, subject, type),
    };

    private IEnumerable<FactValue> Scalars(FactQuestions asked, string subject, FactType type) =>
        asked.Cases(subject).Concat(asked.Matchers(subject).OfType<OperatorMatcher>().SelectMany(matcher => ScalarCandidates.Of(matcher, type, parameters))).Concat(ScalarCandidates.Of(type)).Distinct();

    // Bounds that are set by another fact, or by the age of the facts.
    private static IEnumerable<FactValue> Relative(OperatorMatcher matcher, FactReference fact, HostFacts host, FactSlots slots) => matcher.Operand switch
    {
        FactOperand { Subject: FactSubject other } operand when host.Slots[slots.SlotOf(other.Reference)] is Present { Value: NumberValue number } =>
            Fitting(ValueSteps.Around(Scaled(operand, number), fact.Type).Prepend(Scaled(operand, number)), fact.Type),
        FactOperand { Subject: FactSubject other } when host.Slots[slots.SlotOf(other.Reference)] is Present { Value: not ListValue } same =>
            Fitting(ValueSteps.Around(same.Value, fact.Type).Prepend(same.Value), fact.Type),
        FactOperand { Subject: FactSubject other } when host.Slots[slots.SlotOf(other.Reference)] is Present { Value: ListValue list } =>
            fact.Type is ListType ? [list] : list.Items.OfType<Present>().Select(item => item.Value),
        LiteralOperand literal when matcher.Operator.Shape == OperandShape.Duration && host.Origin.CollectedAt is { } moment =>
            literal.Values.OfType<NumberValue>().SelectMany(age => new[] { -1, 0, 1 }.Select(FactValue (step) => new DateValue(moment.AddSeconds(step - (double)age.Value)))),
        _ => [],
    };

    // What a list is asked to contain is an element of it.
    private static IEnumerable<FactValue> Fitting(IEnumerable<FactValue> values, FactType type) => type is ListType ? values.Select(value => List([value])) : values;

    private static NumberValue Scaled(FactOperand operand, NumberValue value) => new((value.Value * (operand.Times ?? 1)) + (operand.Plus ?? 0));

    private IEnumerable<FactValue> ScalarLists(string subject, FactType of)
    {
        var asked = questions.Matchers(subject).OfType<OperatorMatcher>().SelectMany(matcher => ScalarCandidates.Literals(matcher.Operand, parameters)).Distinct().ToList();
        var elements = asked.Concat(Scalars(questions.Elements(subject), "it", of)).Distinct().ToList();
        var leftOut = asked.Select((_, index) => List(asked.Where((_, place) => place != index)));
        return Lists(subject, elements).Concat(leftOut).Append(List(asked)).Append(List([.. asked, .. ScalarCandidates.Of(of).Take(1)]));
    }

    private IEnumerable<FactValue> Lists(string subject, IReadOnlyList<FactValue> elements)
    {
        var lengths = questions.Matchers(subject).OfType<CountMatcher>().SelectMany(count => Parts.Operators(count.Number)).SelectMany(number => ScalarCandidates.Of(number, new NumberType(), parameters))
            .OfType<NumberValue>().Where(number => number.Value is >= 0 and < LongestList).Select(number => (int)number.Value).Distinct();
        return elements.Select(element => List([element]))
            .Prepend(List([]))
            .Concat(lengths.SelectMany(length => elements.Take(4).Select(element => List(Enumerable.Repeat(element, length)))))
            .Concat(Pairs(elements));
    }

    // Two elements: near each other in the order of the candidates first, then further apart.
    private static IEnumerable<FactValue> Pairs(IReadOnlyList<FactValue> elements) =>
        (from distance in Enumerable.Range(1, Math.Max(0, elements.Count - 1)) from first in Enumerable.Range(0, elements.Count - distance) select List([elements[first], elements[first + distance]])).Take(MostPairs);

    private IEnumerable<FactValue> Maps(string subject, MapType map)
    {
        var inner = questions.Elements(subject);
        var keys = Scalars(inner, $".{map.KeyName}", new StringType()).OfType<StringValue>().Select(key => key.Value).Distinct().Take(6).ToList();
        var entries = map.Of.IsScalar ? Scalars(inner, "it", map.Of) : Records(inner, map.Of);
        var single = entries.SelectMany(entry => keys.Select(FactValue (key) => new MapValue(FactMap.Empty.With(key, new Present(entry)), IsComplete: true)));
        var unread = keys.Take(1).Select(FactValue (key) => new MapValue(FactMap.Empty.With(key, NotCollected), IsComplete: true));
        return single.Concat(unread).Prepend(new MapValue(FactMap.Empty, IsComplete: true));
    }

    // Each field with each of its choices, while the others have their first, then their second, and so on.
    private IEnumerable<FactValue> Records(FactQuestions asked, FactType type)
    {
        if (type is not RecordType record)
        {
            return [];
        }

        var fields = record.Fields.Where(field => asked.Matchers($".{field.Name}").Count > 0)
            .Select(field => (field.Name, Choices: new FactCandidates(asked, parameters).Values($".{field.Name}", field.Type).Distinct().Select(Observation (value) => new Present(value)).Append(new Absent()).Append(NotCollected).ToList()))
            .ToList();
        var maps =
            from place in Enumerable.Range(0, MostProfiles)
            from varied in fields.Count == 0 ? [(Name: string.Empty, Choices: [])] : fields
            from choice in varied.Choices.DefaultIfEmpty(NotCollected)
            select fields.Aggregate(FactMap.Empty, (map, field) => (field.Name == varied.Name ? choice : field.Choices[place % field.Choices.Count]) is var taken && taken is Unknown ? map : map.With(field.Name, taken));
        return maps.Distinct().Take(MostElements).Select(map => new RecordValue(map));
    }

    private static ListValue List(IEnumerable<FactValue> items) => new(items.Select(Observation (item) => new Present(item)).ToSequence());
}
