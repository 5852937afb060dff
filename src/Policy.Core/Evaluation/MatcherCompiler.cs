using System.Diagnostics;
using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>Compiles matchers: parameters become values, facts become slots, operators with known operands are prepared.</summary>
internal static class MatcherCompiler
{
    public static SubjectPlan Compile(Subject subject, PlanScope scope)
    {
        if (PackageScheme.Matters(subject.Type))
        {
            scope.Slots.SlotOf(PackageScheme.Reference);
        }

        return subject switch
        {
            FactSubject fact => new SlotPlan(scope.Slots.SlotOf(fact.Reference)),
            FieldSubject field => new ElementPlan(field.Fields),
            ElementSubject => new ElementPlan([]),
            _ => throw new UnreachableException($"no plan for {subject.GetType()}"),
        };
    }

    public static MatcherPlan Compile(Matcher matcher, FactType type, PlanScope scope) => matcher switch
    {
        IsMatcher presence => new IsPlan(presence.Present),
        OperatorMatcher operation => Compile(operation.Operator, [.. Operands(operation.Operand, scope)]),
        AllMatcher all => new AllPlan([.. all.Items.Select(item => Compile(item, type, scope))]),
        QuantifiedMatcher quantified =>
            new QuantifiedPlan(quantified.Quantifier, PlanBuilder.Compile(quantified.Body, scope), Selection(quantified.Where, type, scope), quantified.Empty),
        CountMatcher count => new CountPlan(Compile(count.Number, new NumberType(), scope), Selection(count.Where, type, scope)),
        SumMatcher sum => new SumPlan(new ElementPlan(sum.Of.Fields), Compile(sum.Number, sum.Of.Type, scope), Selection(sum.Where, type, scope)),
        _ => throw new UnreachableException($"no plan for {matcher.GetType()}"),
    };

    private static SelectionPlan Selection(Condition? where, FactType type, PlanScope scope) =>
        new(where is null ? null : PlanBuilder.Compile(where, scope), type is MapType { Of: RecordType } map ? map.KeyName : null);

    private static OperatorPlan Compile(FactOperator operation, OperandPlan[] operands)
    {
        var isKnown = Array.TrueForAll(operands, operand => operand is KnownOperand);
        var prepared = isKnown ? operation.Prepare([.. operands.Cast<KnownOperand>().SelectMany(operand => operand.Values)]) : null;
        return new OperatorPlan(operation, prepared, operands);
    }

    private static IEnumerable<OperandPlan> Operands(Operand operand, PlanScope scope) => operand switch
    {
        LiteralOperand literal => [new KnownOperand([.. literal.Values])],
        ParameterOperand parameter => [new KnownOperand(ValuesOf(scope.Parameters[parameter.Name]))],
        FactOperand fact => [new FactOperandPlan(Compile(fact.Subject, scope), fact.Times, fact.Plus)],
        RangeOperand range => Operands(range.Low, scope).Concat(Operands(range.High, scope)),
        _ => throw new UnreachableException($"no plan for {operand.GetType()}"),
    };

    private static FactValue[] ValuesOf(FactValue value) => value is ListValue list ? [.. list.Items.Select(item => ((Present)item).Value)] : [value];
}
