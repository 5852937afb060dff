using Policy.Core.Conditions;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Core.Evaluation;

/// <summary>A waiver compiled for a run.</summary>
/// <remarks>Immutable; one plan serves any number of hosts, also at the same time.</remarks>
public sealed class WaiverPlan
{
    private WaiverPlan(WaiverDocument document, Waiver waiver, OperationList? condition, int? schemeSlot) =>
        (Document, Waiver, While, SchemeSlot) = (document, waiver, condition, schemeSlot);

    /// <summary>The document in which it stands.</summary>
    public WaiverDocument Document { get; }

    /// <summary>The waiver.</summary>
    public Waiver Waiver { get; }

    internal OperationList? While { get; }

    internal int? SchemeSlot { get; }

    /// <summary>Compiles the waivers of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="slots">The slots of the run; those of the waivers' conditions are added.</param>
    public static IEnumerable<WaiverPlan> Compile(WaiverDocument document, FactSlots slots) =>
        document.Items.Select(waiver => new WaiverPlan(document, waiver, Compile(waiver.While, slots), PolicyPlan.SchemeSlot(slots)));

    private static OperationList? Compile(Condition? condition, FactSlots slots) =>
        condition is null ? null : PlanBuilder.Compile(condition, new PlanScope(slots, new Dictionary<string, FactValue>(), new Dictionary<string, int>()));
}
