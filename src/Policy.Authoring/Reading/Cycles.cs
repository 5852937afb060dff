using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>Orders names behind what they refer to, and complains where that is not possible.</summary>
internal static class Cycles
{
    /// <summary>Complains once about every circle.</summary>
    public static void Check(IReadOnlyDictionary<string, IReadOnlyList<YamlScalar>> references, Complaints complaints) => Order(references, complaints);

    /// <summary>The names, each behind those that it refers to; unknown references are passed over.</summary>
    public static IReadOnlyList<string> Order(IReadOnlyDictionary<string, IReadOnlyList<YamlScalar>> references, Complaints complaints)
    {
        var ordered = new List<string>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in references.Keys.Where(start => !done.Contains(start)))
        {
            Visit(start, references, new Walk(done, ordered, complaints));
        }

        return ordered;
    }

    // An explicit stack: a chain of names may be as long as a document.
    private static void Visit(string start, IReadOnlyDictionary<string, IReadOnlyList<YamlScalar>> references, Walk walk)
    {
        var path = new Stack<(string Name, int Next)>();
        var open = new HashSet<string>(StringComparer.Ordinal) { start };
        path.Push((start, 0));
        while (path.TryPop(out var top))
        {
            if (top.Next >= references[top.Name].Count)
            {
                open.Remove(top.Name);
                walk.Done.Add(top.Name);
                walk.Ordered.Add(top.Name);
                continue;
            }

            path.Push((top.Name, top.Next + 1));
            var target = references[top.Name][top.Next];
            if (open.Contains(target.Text))
            {
                walk.Complaints.Add(DiagnosticCodes.Cycle, target.Span, $"`{target.Text}` leads back to itself", "take one of the references out of the circle");
            }
            else if (references.ContainsKey(target.Text) && !walk.Done.Contains(target.Text))
            {
                open.Add(target.Text);
                path.Push((target.Text, 0));
            }
        }
    }

    private sealed record Walk(HashSet<string> Done, List<string> Ordered, Complaints Complaints);
}
