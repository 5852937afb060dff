using Policy.Core.Facts;

namespace Policy.Core.Reasoning;

/// <summary>What holds for every host, whatever a policy asks: the hosts of a space that can exist.</summary>
internal static class SpaceLaw
{
    private const int MostPairs = 12;

    /// <summary>The hosts that can exist, as far as the conditions that were read can tell them apart.</summary>
    public static int Of(FactSpace space)
    {
        var law = Diagrams.Everything;
        foreach (var (condition, consequence) in Absences(space).Concat(TextLaws(space)).Concat(space.AllElements.SelectMany(elements => ElementLaws(elements, space).Concat(CountLaws(elements, space)))))
        {
            law = space.Diagrams.Without(law, space.Diagrams.Without(condition, consequence));
        }

        return law;
    }

    // Everything below an absent fact is absent.
    private static IEnumerable<(int If, int Then)> Absences(FactSpace space) =>
        from axis in space.Sketched
        where axis.Value.Around is not null
        from above in Above(axis.Value.Around!)
        where space.Sketched.ContainsKey(above)
        select (space.Absent(above), space.Absent(axis.Key));

    private static IEnumerable<string> Above(FactReference reference) =>
        Enumerable.Range(0, reference.Fields.Count).Select(count => string.Join('.', reference.Fields.Take(count).Prepend($"{reference.Entry}")));

    private static IEnumerable<(int If, int Then)> TextLaws(FactSpace space) =>
        from parts in space.Parts
        where parts.Value.Count <= MostPairs
        from first in parts.Value
        from second in parts.Value
        where first.Part != second.Part && (TextParts.Implies(first.Part, second.Part) || TextParts.Excludes(first.Part, second.Part))
        select (first.Hosts, TextParts.Implies(first.Part, second.Part) ? second.Hosts : space.Diagrams.Complement(second.Hosts));

    // Who has an element of a set has one of every set around it; who has no list has no element.
    private static IEnumerable<(int If, int Then)> ElementLaws(ElementSpace elements, FactSpace space)
    {
        var (asked, inner) = (elements.Asked.ToList(), elements.Inner.Diagrams);
        var absences = asked.Select(item => (space.Absent(elements.Name), space.Diagrams.Complement(item.Value)));
        var around =
            from item in asked.Count <= MostPairs ? asked : []
            from other in asked
            where item.Key != other.Key && inner.IsWithin(item.Key, other.Key)
            select (item.Value, other.Value);
        return absences.Concat(around);
    }

    // A list without elements is one of which the number of elements is zero.
    private static IEnumerable<(int If, int Then)> CountLaws(ElementSpace elements, FactSpace space)
    {
        if (!space.Sketched.ContainsKey(AxisNames.Count(elements.Name)))
        {
            return [];
        }

        var none = space.Cells(space.Scalar(AxisNames.Count(elements.Name)), cell => cell.Value is NumberValue { Value: 0 });
        var any = elements.HostsWith(Diagrams.Everything);
        return [(none, space.Diagrams.Complement(any)), (space.Diagrams.Complement(none), any), (space.Absent(elements.Name), none)];
    }
}
