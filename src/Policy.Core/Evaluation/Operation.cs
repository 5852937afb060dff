namespace Policy.Core.Evaluation;

/// <summary>One step of a compiled condition; its inputs are the results of earlier steps.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="First">Where its inputs begin in <see cref="OperationList.Inputs"/>.</param>
/// <param name="Count">How many inputs it has.</param>
/// <param name="Argument">A truth, the index of a test or of a switch, or a number of conditions, by kind.</param>
internal readonly record struct Operation(OperationKind Kind, int First, int Count, int Argument);

/// <summary>What a step does.</summary>
internal enum OperationKind
{
    /// <summary>Gives the truth that its argument is.</summary>
    Constant,

    /// <summary>Asks the test that its argument names.</summary>
    Test,

    /// <summary>The and of its inputs.</summary>
    All,

    /// <summary>The or of its inputs.</summary>
    Any,

    /// <summary>The negation of the or of its inputs.</summary>
    None,

    /// <summary>At least as many inputs as its argument hold.</summary>
    AtLeast,

    /// <summary>At most as many inputs as its argument hold.</summary>
    AtMost,

    /// <summary>Just as many inputs as its argument hold.</summary>
    Exactly,

    /// <summary><c>(not 0 or 1) and (0 or 2)</c> of its two or three inputs.</summary>
    When,

    /// <summary>The input of the case that the switch of its argument chooses; the last one is the default.</summary>
    Switch,
}
