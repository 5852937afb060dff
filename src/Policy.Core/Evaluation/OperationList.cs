namespace Policy.Core.Evaluation;

/// <summary>Compiled conditions as flat steps, each behind its inputs; the last one is the root of a single condition.</summary>
internal sealed class OperationList
{
    /// <summary>The steps.</summary>
    public required Operation[] Operations { get; init; }

    /// <summary>Indexes of steps, cut into runs by the steps that take them.</summary>
    public required int[] Inputs { get; init; }

    /// <summary>The tests.</summary>
    public required TestPlan[] Tests { get; init; }

    /// <summary>The switches.</summary>
    public required SwitchPlan[] Switches { get; init; }
}
