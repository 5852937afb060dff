using CsCheck;
using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Tests.Evaluation;

/// <summary>Random conditions over the small world: every construct of the language, every operator of its table.</summary>
internal static class LawConditions
{
    /// <summary>Where everything random stands.</summary>
    public static readonly SourceSpan Span = SourceSpan.StartOf("law.yaml");

    private static readonly Gen<Subject> Facts = LawValues.One([.. LawCatalogue.References.Select(Subject (reference) => new FactSubject(reference))]);

    /// <summary>Conditions outside of quantifiers.</summary>
    public static Gen<Condition> Any { get; } = Nested(3, Facts);

    private static Gen<Condition> Nested(int depth, Gen<Subject> subjects)
    {
        var test = subjects.SelectMany(subject => Test(subject, depth));
        if (depth == 0)
        {
            return test;
        }

        var item = Nested(depth - 1, subjects);
        var items = item.Array[1, 3].Select(array => array.ToSequence());
        return Gen.Frequency(
            (6, test),
            (1, Gen.Enum<Truth>().Select(Condition (truth) => new ConstantCondition(truth, Span))),
            (1, items.Select(Condition (list) => new AllCondition(list, Span))),
            (1, items.Select(Condition (list) => new AnyCondition(list, Span))),
            (1, items.Select(Condition (list) => new NoneCondition(list, Span))),
            (1, item.Select(Condition (inner) => new NotCondition(inner, Span))),
            (1, Gen.Select(Gen.Enum<CountBound>(), Gen.Int[0, 3], items, Condition (bound, number, list) => new CountCondition(bound, number, list, Span))),
            (1, Gen.Select(item, item, item, Gen.Bool, Condition (a, b, c, hasElse) => new WhenCondition(a, b, hasElse ? c : null, Span))),
            (1, Switch(subjects, item)));
    }

    private static Gen<Condition> Switch(Gen<Subject> subjects, Gen<Condition> item) =>
        Gen.Select(subjects.Where(subject => subject.Type.IsScalar), item, item, Gen.Enum<Truth>())
            .SelectMany((subject, a, b, otherwise) => LawValues.Of(subject.Type).Array[2].Select(Condition (values) =>
                new SwitchCondition(subject, [new SwitchCase(values[0], a), new SwitchCase(values[1], b)], new ConstantCondition(otherwise, Span), Span)));

    private static Gen<Condition> Test(Subject subject, int depth) => Matcher(subject.Type, depth).Select(Condition (matcher) => new TestCondition(subject, matcher, Span));

    private static Gen<Matcher> Matcher(FactType type, int depth)
    {
        var presence = Gen.Bool.Select(Matcher (present) => new IsMatcher(present, Span));
        var operators = FactOperators.For(type).Select(operation => Operator(operation, type)).ToArray();
        var one = operators.Length == 0 ? presence : Gen.Frequency((1, presence), (6, Gen.OneOf(operators)));
        if (depth > 0 && FactCatalogue.ElementOf(type) is { } element)
        {
            one = operators.Length == 0 ? Quantified(element, depth - 1) : Gen.OneOf(one, Quantified(element, depth - 1));
        }

        return Gen.Frequency((4, one), (1, one.Array[2].Select(Matcher (items) => new AllMatcher([.. items], Span))));
    }

    private static Gen<Matcher> Quantified(FactType element, int depth)
    {
        var body = Nested(Math.Min(depth, 1), Subjects(element));
        var where = Gen.Frequency((1, Gen.Const<Condition?>((Condition?)null)), (2, body.Select(Condition? (condition) => condition)));
        var quantified = Gen.Select(Gen.Enum<Quantifier>(), body, where, Gen.Enum<Truth>(), Matcher (quantifier, inner, selection, empty) =>
            new QuantifiedMatcher(quantifier, inner, selection, quantifier == Quantifier.Some ? Truth.False : empty, Span));
        var count = Gen.Select(Matcher(new NumberType(), 0).Where(IsAboutNumbers), where, Matcher (number, selection) => new CountMatcher(number, selection, Span));
        if ((element as RecordType)?.Fields.FirstOrDefault(field => field.Type is NumberType) is not { } size)
        {
            return Gen.OneOf(quantified, count);
        }

        var sum = Gen.Select(Matcher(size.Type, 0).Where(IsAboutNumbers), where, Matcher (number, selection) =>
            new SumMatcher(new FieldSubject([size.Name], size.Type), number, selection, Span));
        return Gen.OneOf(quantified, count, sum);
    }

    private static bool IsAboutNumbers(Matcher matcher) => matcher is OperatorMatcher || (matcher is AllMatcher all && all.Items.All(IsAboutNumbers));

    private static Gen<Subject> Subjects(FactType element) => element is RecordType record
        ? LawValues.One([.. record.Fields.Select(Subject (field) => new FieldSubject([field.Name], field.Type))])
        : Gen.Const<Subject>(new ElementSubject(element));

    private static Gen<Matcher> Operator(FactOperator operation, FactType type) => Operand(operation, type).Select(Matcher (operand) => new OperatorMatcher(operation, operand, Span));

    private static Gen<Operand> Operand(FactOperator operation, FactType type)
    {
        var wanted = operation.OperandType(type);
        return operation.Shape switch
        {
            OperandShape.Value => Gen.Frequency((4, Literal(wanted)), (1, Fact(wanted))),
            OperandShape.Values => LawValues.Of(wanted).Array[1, 3].Select(Operand (values) => new LiteralOperand([.. values], IsList: true)),
            OperandShape.Range => Gen.Select(Literal(wanted), Gen.OneOf(Literal(wanted), Fact(wanted)), Operand (low, high) => new RangeOperand(low, high)),
            OperandShape.Duration => LawValues.One(0m, 86400m, 172800m).Select(Operand (seconds) => new LiteralOperand([new NumberValue(seconds)], IsList: false)),
            OperandShape.Pattern => Texts("a.*", "", "[0-9]", "b$"),
            OperandShape.Networks => Texts("10.0.0.0/8", "fd00::/8"),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
    }

    private static Gen<Operand> Literal(FactType type) => LawValues.Of(type).Select(Operand (value) => new LiteralOperand([value], IsList: false));

    private static Gen<Operand> Fact(FactType type)
    {
        var facts = LawCatalogue.References.Where(reference => reference.Type == type).ToArray();
        return facts.Length == 0 ? Literal(type) : Gen.Select(LawValues.One(facts), Gen.Bool, Operand (fact, isScaled) =>
            new FactOperand(new FactSubject(fact), isScaled && type is NumberType ? 0.5m : null, isScaled && type is NumberType ? 1 : null));
    }

    private static Gen<Operand> Texts(params string[] texts) => LawValues.One(texts).Select(Operand (text) => new LiteralOperand([new StringValue(text)], IsList: false));
}
