using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>Examines what is asked of single subjects, and of the elements of lists.</summary>
/// <param name="space">The hosts.</param>
/// <param name="truth">Where conditions hold.</param>
internal sealed class MatcherCheck(FactSpace space, ConditionTruth truth)
{
    private readonly List<Diagnostic> found = [];

    private Diagrams Diagrams => space.Diagrams;

    /// <summary>What is wrong with the matchers of a condition, without its definitions.</summary>
    public IReadOnlyList<Diagnostic> Check(Condition condition)
    {
        Visit(condition);
        return found;
    }

    private void Visit(Condition condition)
    {
        if (condition is TestCondition test)
        {
            Test(test);
        }

        foreach (var part in Parts.Of(condition))
        {
            Visit(part);
        }
    }

    private void Test(TestCondition test)
    {
        var before = found.Count;
        foreach (var part in Parts.Of(test.Matcher))
        {
            Elements(test.Subject, part);
        }

        if (found.Count > before)
        {
            return;
        }

        var parts = Parts.Of(test.Matcher).ToList();
        if (truth.Of(test.Subject, test.Matcher).True == Diagrams.Nothing && parts.Count > 1)
        {
            found.Add(Conflict(test, parts));
        }
        else if (test.Subject.Type.IsScalar && parts.TrueForAll(part => part is OperatorMatcher))
        {
            Values(test);
            Entries(test, parts);
        }
    }

    private void Elements(Subject subject, Matcher matcher)
    {
        var (where, body) = Parts.Elements(matcher);
        var inner = where is null && body is null ? null : space.Elements($"{subject}").Inner;
        if (where is not null)
        {
            found.AddRange(new ConditionWalk(inner!).Check(new Question(where, [], QuestionRole.Where)));
        }

        if (body is not null && (where is null || found.Count == 0))
        {
            found.AddRange(new ConditionWalk(inner!).Check(new Question(body, where is null ? [] : [where], QuestionRole.Element)));
        }
    }

    private void Values(TestCondition test)
    {
        var present = Diagrams.Complement(space.Absent($"{test.Subject}"));
        var holds = Diagrams.And(present, truth.Of(test.Subject, test.Matcher).True);
        if (holds == Diagrams.Nothing || (holds == present && !IsAnotherWayToAskForPresence(test.Subject)))
        {
            found.Add(Flaws.EveryValue(test.Subject, test.Matcher.Span, holds == present));
        }
    }

    /// <summary>Whether to name all words of a subject asks that there is one, and says which there are: that is no mistake where there may be none.</summary>
    public static bool IsAnotherWayToAskForPresence(Subject subject) =>
        subject is { Type: StringType { OneOf.Count: > 0 } or BooleanType } and not FactSubject { Reference: { Fact.IsNeverAbsent: true, Fields.Count: 0 } };

    // The first entry that does not go together with one before it.
    private Diagnostic Conflict(TestCondition test, List<Matcher> parts)
    {
        var (held, role) = (Diagrams.Everything, test.Subject is FactSubject ? QuestionRole.Definition : QuestionRole.Element);
        for (var index = 0; index < parts.Count; index++)
        {
            var own = truth.Of(test.Subject, parts[index]).True;
            held = Diagrams.And(held, own);
            if (held == Diagrams.Nothing)
            {
                var rival = parts.Take(index).FirstOrDefault(other => Diagrams.And(own, truth.Of(test.Subject, other).True) == Diagrams.Nothing);
                var reason = rival is null ? "it does not go together with the entries before it" : $"{Flaws.Quote(test.Subject, parts[index])} and {Flaws.Quote(test.Subject, rival)} exclude each other";
                return Flaws.Never(parts[index].Span, role, own == Diagrams.Nothing ? null : reason);
            }
        }

        return Flaws.Never(test.Span, role, null);
    }

    private void Entries(TestCondition test, List<Matcher> parts)
    {
        for (var index = parts.Count - 1; index >= 0 && parts.Count > 1; index--)
        {
            var own = truth.Of(test.Subject, parts[index]).True;
            if (parts.Where((_, other) => other != index).FirstOrDefault(other => Diagrams.IsWithin(truth.Of(test.Subject, other).True, own)) is { } stronger)
            {
                found.Add(Flaws.Redundant(parts[index].Span, $"{Flaws.Quote(test.Subject, stronger)} already says more"));
                parts.RemoveAt(index);
            }
        }
    }
}
