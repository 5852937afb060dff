using Policy.Core.Conditions;
using Policy.Core.Diagnostics;

namespace Policy.Core.Reasoning;

/// <summary>Examines one condition: whether anything can meet it, whether everything does, and whether each of its parts can make a difference.</summary>
internal sealed class ConditionWalk
{
    private readonly ConditionTruth truth;
    private readonly FactSpace space;

    /// <summary>Takes the hosts, or the elements.</summary>
    public ConditionWalk(FactSpace space) => (this.space, truth) = (space, new ConditionTruth(space));

    /// <summary>What is wrong; of mistakes that follow from others only the others are given.</summary>
    public IReadOnlyList<Diagnostic> Check(Question question)
    {
        // Everything is read before the law is asked, which is about what was read.
        truth.Of(question.Condition);
        var given = question.Given.Aggregate(Diagrams.Everything, (set, condition) => space.Diagrams.And(set, truth.Of(condition).True));
        var possible = space.Diagrams.And(SpaceLaw.Of(space), given);
        var inner = new MatcherCheck(space, truth).Check(question.Condition);
        var found = inner.Count > 0 || possible == Diagrams.Nothing ? inner : Whole(question, possible);
        return space.Diagrams.IsExhausted ? [] : found;
    }

    private IReadOnlyList<Diagnostic> Whole(Question question, int possible)
    {
        var holds = space.Diagrams.And(possible, truth.Of(question.Condition).True);
        if (holds == Diagrams.Nothing)
        {
            return new Contradictions(space, truth, question.Role).Find(question.Condition, possible);
        }

        if (holds == possible && question.Condition is not ConstantCondition)
        {
            return [Flaws.Always(question.Condition.Span, question.Role)];
        }

        return OnlySubject(question.Condition) is { } subject && IsMetByEveryValue(subject, question.Condition, possible)
            ? [Flaws.EveryValue(subject, question.Condition.Span, holds: true)]
            : new Branches(space, truth).Find(question.Condition, possible);
    }

    // Several tests of one fact that together leave no value out.
    private bool IsMetByEveryValue(Subject subject, Condition condition, int possible)
    {
        var present = space.Diagrams.Without(possible, space.Absent($"{subject}"));
        return present != Diagrams.Nothing && space.Diagrams.IsWithin(present, truth.Of(condition).True) && !MatcherCheck.IsAnotherWayToAskForPresence(subject);
    }

    // The scalar that all tests of a condition are about; null of a single test, which is examined by itself, and where something else plays a part.
    private static Subject? OnlySubject(Condition condition)
    {
        var tests = Parts.Tests(condition).ToList();
        return tests.Count > 1 && tests.TrueForAll(test => test is { Subject.Type.IsScalar: true } && test.Subject.Equals(tests[0]!.Subject)) ? tests[0]!.Subject : null;
    }
}
