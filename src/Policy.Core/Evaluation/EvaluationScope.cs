using Policy.Core.Conditions;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>What steps are evaluated against.</summary>
/// <param name="Slots">The host's facts.</param>
/// <param name="Context">What comparing values needs to know.</param>
/// <param name="Element">The element of the innermost quantifier.</param>
internal readonly record struct EvaluationScope(Sequence<Observation> Slots, FactContext Context, Element Element)
{
    /// <summary>The facts of a host, outside of quantifiers.</summary>
    public static EvaluationScope Of(HostFacts facts, int? schemeSlot) =>
        new(facts.Slots, new FactContext(facts.Origin.CollectedAt, schemeSlot is { } slot ? PackageScheme.Of(facts.Slots[slot]) : null), default);

    /// <summary>What is known where a compiled test looks.</summary>
    public Observation Observe(SubjectPlan subject) => subject switch
    {
        SlotPlan slot => Slots[slot.Slot],
        ElementPlan element => Element.Observe(element.Fields),
        _ => throw new System.Diagnostics.UnreachableException($"no place for {subject.GetType()}"),
    };
}

/// <summary>An element of a list, or an entry of a map.</summary>
/// <param name="Value">What is known of it; null outside of quantifiers.</param>
/// <param name="KeyName">Of an entry of a map of records, the field that names its key; otherwise null.</param>
/// <param name="Key">The key of the entry.</param>
internal readonly record struct Element(Observation? Value, string? KeyName, string? Key)
{
    /// <summary>What is known of a field, or of the element itself if no field is named.</summary>
    public Observation Observe(Sequence<string> fields)
    {
        // Of an entry that cannot be read nothing is known, not even that its key means what keys mean.
        if (Value is not Unknown && fields.Count == 1 && KeyName is not null && fields[0] == KeyName)
        {
            return new Present(new StringValue(Key!));
        }

        var current = Value!;
        foreach (var field in fields)
        {
            current = current switch
            {
                Present { Value: RecordValue record } => record.Fields.Find(field) ?? new Unknown(UnknownCause.NotCollected),
                Present => new Unknown(UnknownCause.Malformed),
                _ => current,
            };
        }

        return current;
    }
}
