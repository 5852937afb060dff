using System.Buffers;
using Policy.Core.Diagnostics;
using YamlDotNet.Core.Events;

namespace Policy.Authoring.Yaml;

/// <summary>Counts the nodes of a large document before anything of it is kept.</summary>
internal static class YamlSize
{
    /// <summary>Behind each of these at most two nodes begin: in <c>[a: b]</c> the list and the mapping.</summary>
    private static readonly SearchValues<char> Beginnings = SearchValues.Create(",[{:-?\n\r");

    /// <summary>Complains if the document has more nodes than it may; a document that is wrong in another way is left to the reader.</summary>
    public static void Check(SourceText source, YamlComplaints complaints)
    {
        if (CanHoldTooMany(source.Text) && FirstBeyond(source) is { } index)
        {
            complaints.Add(DiagnosticCodes.Budget, index, 1, $"the document has more than {YamlBudget.Nodes} nodes");
        }
    }

    private static bool CanHoldTooMany(string text)
    {
        var rest = text.AsSpan();
        var beginnings = 1;
        while (rest.IndexOfAny(Beginnings) is >= 0 and var found && beginnings <= YamlBudget.Nodes / 2)
        {
            rest = rest[(found + 1)..];
            beginnings++;
        }

        return beginnings > YamlBudget.Nodes / 2;
    }

    private static int? FirstBeyond(SourceText source)
    {
        using var events = new YamlEvents(source.Text, new YamlComplaints(source));
        var (nodes, depth, refused) = (0, 0, 0);
        while (events.Next() && depth <= YamlBudget.Depth && refused <= YamlBudget.Complaints)
        {
            depth += events.Current!.NestingIncrease;
            refused += events.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } ? 1 : 0;
            nodes += events.Current is NodeEvent or AnchorAlias ? 1 : 0;
            if (nodes > YamlBudget.Nodes)
            {
                return (int)events.Current.Start.Index;
            }
        }

        return null;
    }
}
