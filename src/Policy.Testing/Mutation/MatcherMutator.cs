using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Testing.Mutation;

/// <summary>Every single change of a matcher.</summary>
/// <param name="type">The type of what is asked.</param>
internal sealed class MatcherMutator(FactType type)
{
    /// <summary>The changes, in the order of the text.</summary>
    public IEnumerable<Edit<Matcher>> Of(Matcher matcher) => matcher switch
    {
        IsMatcher presence => [new(presence with { Present = !presence.Present }, new EditNote(MutationKind.Operator, presence.Span, "present and absent are exchanged", Word(presence.Present), Word(!presence.Present)))],
        OperatorMatcher operation => Operator(operation),
        AllMatcher all => All(all),
        QuantifiedMatcher quantified => Quantified(quantified),
        CountMatcher count => new MatcherMutator(new NumberType()).Of(count.Number).Select(edit => edit.In(Matcher (number) => count with { Number = number }))
            .Concat(Where(count.Where, where => count with { Where = where })),
        SumMatcher sum => new MatcherMutator(sum.Of.Type).Of(sum.Number).Select(edit => edit.In(Matcher (number) => sum with { Number = number }))
            .Concat(Where(sum.Where, where => sum with { Where = where })),
        _ => throw new System.Diagnostics.UnreachableException($"no changes of {matcher.GetType()}"),
    };

    private static string Word(bool isPresent) => isPresent ? "present" : "absent";

    private IEnumerable<Edit<Matcher>> Operator(OperatorMatcher operation)
    {
        var others = OperatorNeighbours.Of(operation.Operator, type).Select(other => new Edit<Matcher>(
            operation with { Operator = other },
            new EditNote(MutationKind.Operator, operation.Span, $"{operation.Operator.Name} becomes {other.Name}", $"{operation.Operator.Name}:", $"{other.Name}:")));
        var operands = new OperandMutator(operation.Operator.OperandType(type), operation.Span).Of(operation.Operand).Select(edit => edit.In(Matcher (operand) => operation with { Operand = operand }));
        return others.Concat(operands);
    }

    private IEnumerable<Edit<Matcher>> All(AllMatcher all) =>
        all.Items.SelectMany((item, index) => Of(item).Select(edit => edit.In(Matcher (changed) => all with { Items = all.Items.With(index, changed) }))
            .Append(new Edit<Matcher>(all.Items.Count == 2 ? all.Items[1 - index] : all with { Items = all.Items.Without(index) }, new EditNote(MutationKind.Dropped, item.Span, "an entry is left out"))));

    private static IEnumerable<Edit<Matcher>> Quantified(QuantifiedMatcher matcher)
    {
        foreach (var other in Enum.GetValues<Quantifier>().Where(other => other != matcher.Quantifier))
        {
            // `some` has no `empty`; that of the others is what a list without elements means for `some`.
            yield return new(matcher with { Quantifier = other }, new EditNote(MutationKind.Connective, matcher.Span, $"{Name(matcher.Quantifier)} becomes {Name(other)}", $"{Name(matcher.Quantifier)}:", $"{Name(other)}:"));
        }

        foreach (var other in matcher.Quantifier == Quantifier.Some ? [] : Enum.GetValues<Truth>().Where(other => other != matcher.Empty))
        {
            yield return new(matcher with { Empty = other }, new EditNote(MutationKind.Default, matcher.Span, $"empty: {Answers.Name(matcher.Empty)} becomes {Answers.Name(other)}"));
        }

        foreach (var edit in ConditionMutator.Of(matcher.Body))
        {
            yield return edit.In(Matcher (body) => matcher with { Body = body });
        }

        foreach (var edit in Where(matcher.Where, where => matcher with { Where = where }))
        {
            yield return edit;
        }
    }

    private static string Name(Quantifier quantifier) => quantifier switch
    {
        Quantifier.Some => "some",
        Quantifier.Every => "every",
        Quantifier.None => "none",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<Edit<Matcher>> Where(Condition? where, Func<Condition?, Matcher> put) => where is null ? []
        : ConditionMutator.Of(where).Select(edit => edit.In(put)).Append(new Edit<Matcher>(put(null), new EditNote(MutationKind.Dropped, where.Span, "where is left out")));
}
