using Policy.Core.Facts;

namespace Policy.Core.Evaluation;

/// <summary>What a quantifier looks at.</summary>
/// <param name="Items">The elements of a list, or the entries of a map that are not absent.</param>
/// <param name="IsComplete">Whether there are no more.</param>
internal readonly record struct Elements(IReadOnlyList<Element> Items, bool IsComplete)
{
    /// <summary>The elements of a list or map; an absent one is an empty one.</summary>
    public static Elements Of(Observation observation, string? keyName) => observation switch
    {
        Present { Value: ListValue list } => new([.. list.Items.Select(item => new Element(item, null, null))], IsComplete: true),
        Present { Value: MapValue map } => new([.. map.Entries.Items.Where(entry => entry.Value is not Absent).Select(entry => new Element(entry.Value, keyName, entry.Key))], map.IsComplete),
        _ => new([], IsComplete: true),
    };
}
