using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>What a list of scalars can be: absent, and which of the values that it is asked for are in it.</summary>
/// <param name="values">The values.</param>
/// <param name="space">Where its variables stand.</param>
internal sealed class SetAxis(IReadOnlyList<FactValue> values, FactSpace space)
{
    private readonly List<(FactValue Value, int IsIn)> members = [.. values.Distinct().Select(value => (value, space.NewBoolean()))];
    private readonly int hasOthers = space.NewBoolean();

    /// <summary>The hosts whose list is absent.</summary>
    public int Absent { get; } = space.NewBoolean();

    /// <summary>The hosts of which something asked of the list is true.</summary>
    public int Hosts(SetQuestion question, IReadOnlyList<FactValue> operands)
    {
        var diagrams = space.Diagrams;
        return question switch
        {
            SetQuestion.HasAll => diagrams.Without(All(operands), Absent),
            SetQuestion.HasAny => Any(operands),
            SetQuestion.HasNone => diagrams.Complement(Any(operands)),
            SetQuestion.HasOnly => diagrams.Or(Absent, Only(operands)),
            SetQuestion.HasExactly => diagrams.And(diagrams.Without(All(operands), Absent), Only(operands)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private int All(IReadOnlyList<FactValue> operands) =>
        members.Where(member => IsAmong(member.Value, operands)).Aggregate(Diagrams.Everything, (set, member) => space.Diagrams.And(set, member.IsIn));

    private int Any(IReadOnlyList<FactValue> operands) =>
        space.Diagrams.Without(members.Where(member => IsAmong(member.Value, operands)).Aggregate(Diagrams.Nothing, (set, member) => space.Diagrams.Or(set, member.IsIn)), Absent);

    private int Only(IReadOnlyList<FactValue> operands) => space.Diagrams.Complement(
        members.Where(member => !IsAmong(member.Value, operands)).Aggregate(hasOthers, (set, member) => space.Diagrams.Or(set, member.IsIn)));

    private static bool IsAmong(FactValue value, IReadOnlyList<FactValue> operands) => operands.Contains(value);
}
