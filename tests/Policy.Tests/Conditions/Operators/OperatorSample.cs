using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Tests.Evaluation;

namespace Policy.Tests.Conditions.Operators;

/// <summary>An operator with operands, a value of which it holds and one of which it does not.</summary>
internal sealed record OperatorSample(string Name, FactType Type, FactValue[] Operands, FactValue Holding, FactValue Failing)
{
    private static readonly FactType Words = new ListType(new StringType());

    /// <summary>At least one sample for every operator, and for every type that it means something else for.</summary>
    public static IReadOnlyList<OperatorSample> Everything { get; } =
    [
        new("equals", new StringType(), [Ask.Text("a")], Ask.Text("a"), Ask.Text("A")),
        new("equals", new BooleanType(), [new BooleanValue(true)], new BooleanValue(true), new BooleanValue(false)),
        new("equals", new NumberType(), [Ask.Number(1.0m)], Ask.Number(1), Ask.Number(1.01m)),
        new("equals", new VersionType(VersionScheme.Dotted), [Version("1.0")], Version("1.0.0"), Version("1.0.1")),
        new("equals", new DateType(), [Date("2026-11-22")], Date("2026-11-22T01:00:00+01:00"), Date("2026-11-22T00:00:01Z")),
        new("not_equals", new StringType(), [Ask.Text("a")], Ask.Text("b"), Ask.Text("a")),
        new("one_of", new StringType(), [Ask.Text("a"), Ask.Text("b")], Ask.Text("b"), Ask.Text("c")),
        new("none_of", new StringType(), [Ask.Text("a"), Ask.Text("b")], Ask.Text("c"), Ask.Text("b")),
        new("at_least", new NumberType(), [Ask.Number(2)], Ask.Number(2), Ask.Number(1.9m)),
        new("at_least", new VersionType(VersionScheme.Dotted), [Version("1.10")], Version("1.10.0"), Version("1.9")),
        new("at_most", new NumberType(), [Ask.Number(2)], Ask.Number(2), Ask.Number(2.1m)),
        new("above", new NumberType(), [Ask.Number(2)], Ask.Number(2.1m), Ask.Number(2)),
        new("below", new DateType(), [Date("2026-01-01")], Date("2025-12-31"), Date("2026-01-01")),
        new("between", new NumberType(), [Ask.Number(1), Ask.Number(3)], Ask.Number(3), Ask.Number(3.1m)),
        new("older_than", new DateType(), [Ask.Number(86400)], Date("2026-11-21T09:59:59Z"), Date("2026-11-21T10:00:00Z")),
        new("newer_than", new DateType(), [Ask.Number(86400)], Date("2026-11-21T10:00:01Z"), Date("2026-11-21T10:00:00Z")),
        new("starts_with", new StringType(), [Ask.Text("ab")], Ask.Text("abc"), Ask.Text("Abc")),
        new("ends_with", new StringType(), [Ask.Text("bc")], Ask.Text("abc"), Ask.Text("abcd")),
        new("matches", new StringType(), [Ask.Text("a+")], Ask.Text("aa"), Ask.Text("aab")),
        new("finds", new StringType(), [Ask.Text("a+")], Ask.Text("baab"), Ask.Text("b")),
        new("in_networks", new StringType(), [Ask.Text("10.0.0.0/8"), Ask.Text("fd00::/8")], Ask.Text("10.1.2.3"), Ask.Text("11.0.0.1")),
        new("contains", new StringType(), [Ask.Text("b")], Ask.Text("abc"), Ask.Text("aBc")),
        new("contains", Words, [Ask.Text("b")], Ask.Texts("a", "b"), Ask.Texts("ab")),
        new("contains_all", Words, [Ask.Text("a"), Ask.Text("b")], Ask.Texts("b", "c", "a"), Ask.Texts("a")),
        new("contains_any", Words, [Ask.Text("a"), Ask.Text("b")], Ask.Texts("c", "a"), Ask.Texts("c")),
        new("contains_none", Words, [Ask.Text("a"), Ask.Text("b")], Ask.Texts("c"), Ask.Texts("c", "a")),
        new("subset_of", Words, [Ask.Text("a"), Ask.Text("b")], Ask.Texts("a", "a"), Ask.Texts("a", "c")),
        new("same_as", Words, [Ask.Text("a"), Ask.Text("b")], Ask.Texts("b", "a", "a"), Ask.Texts("a")),
    ];

    /// <summary>The operator.</summary>
    public FactOperator Operator { get; } = FactOperators.Find(Name)!;

    /// <summary>Asks the operator of a fact, with operands that stand in the policy.</summary>
    public Truth AskWithLiterals(Observation fact)
    {
        Operand operand = Operator.Shape == OperandShape.Range ? new RangeOperand(Literal(Operands[0]), Literal(Operands[1])) : new LiteralOperand([.. Operands], Operator.TakesList);
        return AskWith(operand, new Dictionary<string, Observation> { ["s.fact"] = fact });
    }

    /// <summary>Asks the operator of a fact, with operands that are facts in a given state; null is present with the values of the sample.</summary>
    public Truth AskWithFacts(Observation fact, Observation? state)
    {
        var facts = new Dictionary<string, Observation> { ["s.fact"] = fact };
        var values = Operator.TakesList ? [Ask.List(Operands)] : Operands;
        var operands = values.Select((value, index) =>
        {
            facts[$"s.operand{index}"] = state ?? new Present(value);
            return Reference($"s.operand{index}", Operator.TakesList ? new ListType(Operator.OperandType(Type)) : Operator.OperandType(Type));
        }).ToList();
        return AskWith(operands.Count == 1 ? operands[0] : new RangeOperand(operands[0], operands[1]), facts);
    }

    private static LiteralOperand Literal(FactValue value) => new([value], IsList: false);

    private static FactOperand Reference(string path, FactType type) => new(Subject(path, type), null, null);

    private static FactSubject Subject(string path, FactType type) => new(new FactReference(FactDescription.Of(path, type, path), null, [], type));

    private static VersionValue Version(string text) => new(text, VersionScheme.Dotted);

    private static DateValue Date(string text) => Instants.TryParse(text, out var instant) ? new DateValue(instant) : throw new FormatException(text);

    private Truth AskWith(Operand operand, Dictionary<string, Observation> facts) =>
        LawRun.Truths(new LawFacts(facts), new TestCondition(Subject("s.fact", Type), new OperatorMatcher(Operator, operand, LawConditions.Span), LawConditions.Span))[0];
}
