using Policy.Cli.Terminal;
using Policy.Core.Facts;
using Policy.Core.Prose;

namespace Policy.Cli.Catalogues;

/// <summary>The catalogue for a terminal: an overview of all facts, or what there is to know of some.</summary>
internal static class CatalogueText
{
    private const string Indent = "    ";

    /// <summary>Writes it: groups by first name, each fact with its type and meaning; of some facts also fields, sources and operators.</summary>
    public static string Write(CatalogueSelection selection)
    {
        var text = new TerminalText(TerminalWindow.Width, TerminalWindow.HasColour);
        foreach (var group in selection.Groups)
        {
            text.Line(group.Key, Colour.Bold);
            foreach (var fact in group)
            {
                text.Blank();
                Write(text, fact, isDetailed: !selection.IsWhole);
            }

            text.Blank();
        }

        text.Wrapped(string.Empty, selection.IsWhole
            ? $"{selection.Facts.Count} facts. Name some for fields and sources: policy facts --catalogue cpu"
            : "One fact with its value on this host: policy explain cpu.flags --live");
        return text.ToString();
    }

    private static void Write(TerminalText text, FactDescription fact, bool isDetailed)
    {
        var root = fact.Privilege == FactPrivilege.Root ? " (root)" : string.Empty;
        text.Wrapped($"  {fact.Path}  ", $"{FactTypeProse.Of(fact.Type, Language.English)}{root}");
        text.Wrapped(Indent, fact.Describe);
        if (!isDetailed)
        {
            return;
        }

        foreach (var line in FactTypeProse.Fields(fact.Type, Language.English))
        {
            text.Wrapped($"{Indent}{new string(' ', 2 * line.Depth)}- ", line.Text);
        }

        text.Wrapped($"{Indent}asked by  ", string.Join(", ", FactWords.Of(fact.Type)));
        if (fact.Sources.Count > 0)
        {
            text.Wrapped($"{Indent}read from  ", string.Join(", ", fact.Sources));
        }
    }
}
