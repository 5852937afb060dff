using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Tests.Evaluation;

/// <summary>Every case of the closed hierarchies has an arm in every switch over them.</summary>
public class MeaningTests
{
    private static readonly SourceSpan Span = LawConditions.Span;

    private static readonly OperatorMatcher IsOne = new(FactOperators.Find("equals")!, new LiteralOperand([new NumberValue(1)], IsList: false), Span);

    private static readonly Condition Number = new TestCondition(Fact("t.n"), IsOne, Span);

    private static readonly Condition Constant = new ConstantCondition(Truth.True, Span);

    private static readonly FieldSubject Size = new(["size"], new NumberType(FactUnit.Size));

    private static readonly Matcher[] Matchers =
    [
        IsOne,
        new IsMatcher(true, Span),
        new AllMatcher([new IsMatcher(false, Span), new IsMatcher(true, Span)], Span),
        new QuantifiedMatcher(Quantifier.Every, new TestCondition(Size, IsOne, Span), null, Truth.True, Span),
        new CountMatcher(IsOne, new TestCondition(Size, IsOne, Span), Span),
        new SumMatcher(Size, IsOne, null, Span),
    ];

    private static readonly Condition[] Conditions =
    [
        Number,
        Constant,
        new AllCondition([Number], Span),
        new AnyCondition([Number], Span),
        new NoneCondition([Number], Span),
        new NotCondition(Number, Span),
        new CountCondition(CountBound.Exactly, 1, [Number], Span),
        new WhenCondition(Number, Constant, Number, Span),
        new SwitchCondition(Fact("t.n"), [new SwitchCase(new NumberValue(1), Constant)], Constant, Span),
        new UseCondition("d", Span),
    ];

    public static TheoryData<Type> ConditionTypes => Cases<Condition>();

    public static TheoryData<Type> MatcherTypes => Cases<Matcher>();

    public static TheoryData<string> OperatorNames => new(FactOperators.Everything.Select(item => item.Name));

    [Theory]
    [MemberData(nameof(ConditionTypes))]
    public void Every_condition_has_a_meaning(Type type)
    {
        var condition = Conditions.Single(item => item.GetType() == type);

        var findings = Hosts("t.n", new NumberValue(1)).Select(facts => LawRun.Findings(LawRun.Document([condition], new Definition("d", Number)), facts)[0]);

        Assert.All(findings, finding => Assert.Equal(LawRun.TruthOf(finding.Verdict), finding.Explanation.Truth));
        Assert.NotEmpty(ConditionText.Of(condition, new Dictionary<string, FactValue>()));
    }

    [Theory]
    [MemberData(nameof(MatcherTypes))]
    public void Every_matcher_has_a_meaning(Type type)
    {
        var matcher = Matchers.Single(item => item.GetType() == type);
        var subject = Fact(matcher is QuantifiedMatcher or CountMatcher or SumMatcher ? "t.disks" : "t.n");
        FactValue value = subject.Type is ListType ? new ListValue([]) : new NumberValue(1);

        var findings = Hosts(subject.Reference.Path, value).Select(facts => LawRun.Findings(LawRun.Document([new TestCondition(subject, matcher, Span)]), facts)[0]);

        Assert.All(findings, finding => Assert.NotEmpty(finding.Explanation.Text));
        Assert.NotEmpty(ConditionText.Of(matcher, subject.Type, new Dictionary<string, FactValue>()));
    }

    [Theory]
    [MemberData(nameof(OperatorNames))]
    public void Every_operator_fits_some_type_and_has_words(string name)
    {
        var operation = FactOperators.Find(name)!;

        var types = LawCatalogue.References.Select(reference => reference.Type).Where(operation.Fits).ToList();

        Assert.NotEmpty(types);
        Assert.NotEmpty(operation.Phrase);
        Assert.All(types, type => Assert.True(operation.OperandType(type).IsScalar));
    }

    private static FactSubject Fact(string path) => new(LawCatalogue.Reference(path));

    // The host knows it, knows that it is absent, knows nothing of it.
    private static IEnumerable<LawFacts> Hosts(string path, FactValue value) =>
        new Observation[] { new Present(value), new Absent(), new Unknown(UnknownCause.Denied) }.Select(item => new LawFacts(new Dictionary<string, Observation> { [path] = item }));

    private static TheoryData<Type> Cases<T>() => new(typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract));
}
