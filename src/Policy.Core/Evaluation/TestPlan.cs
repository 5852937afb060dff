using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>A compiled test: a matcher on a subject.</summary>
internal sealed record TestPlan(SubjectPlan Subject, MatcherPlan Matcher);

/// <summary>A compiled switch: the values of its cases; the default follows the last one.</summary>
internal sealed record SwitchPlan(SubjectPlan Subject, FactValue[] Cases);

/// <summary>Where a compiled test looks.</summary>
internal abstract record SubjectPlan;

/// <summary>A slot of the host's facts.</summary>
internal sealed record SlotPlan(int Slot) : SubjectPlan;

/// <summary>A chain of fields of the innermost element; without fields the element itself.</summary>
internal sealed record ElementPlan(Sequence<string> Fields) : SubjectPlan;

/// <summary>A compiled matcher: operands known before the host are prepared, facts are slots.</summary>
internal abstract record MatcherPlan;

/// <summary>Whether it is present, or absent.</summary>
internal sealed record IsPlan(bool Present) : MatcherPlan;

/// <summary>An operator; <paramref name="Prepared"/> is null if an operand is a fact.</summary>
internal sealed record OperatorPlan(FactOperator Operator, FactTest? Prepared, OperandPlan[] Operands) : MatcherPlan;

/// <summary>All of several.</summary>
internal sealed record AllPlan(MatcherPlan[] Items) : MatcherPlan;

/// <summary>A quantifier.</summary>
internal sealed record QuantifiedPlan(Quantifier Quantifier, OperationList Body, SelectionPlan Selection, Truth Empty) : MatcherPlan;

/// <summary>A count.</summary>
internal sealed record CountPlan(MatcherPlan Number, SelectionPlan Selection) : MatcherPlan;

/// <summary>A sum.</summary>
internal sealed record SumPlan(ElementPlan Of, MatcherPlan Number, SelectionPlan Selection) : MatcherPlan;

/// <summary>Which elements count.</summary>
/// <param name="Where">What is asked of them; null if all count.</param>
/// <param name="KeyName">Of a map of records, the field that names an entry's key; otherwise null.</param>
internal sealed record SelectionPlan(OperationList? Where, string? KeyName);

/// <summary>A compiled operand.</summary>
internal abstract record OperandPlan;

/// <summary>Values known before the host.</summary>
internal sealed record KnownOperand(FactValue[] Values) : OperandPlan;

/// <summary>Another fact: <c>value * Times + Plus</c>.</summary>
internal sealed record FactOperandPlan(SubjectPlan Subject, decimal? Times, decimal? Plus) : OperandPlan;
