using Policy.Authoring;
using Policy.Cli.Catalogues;
using Policy.Cli.Inputs;
using Policy.Collection;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Prose;
using Policy.Core.Rules;
using Policy.Reporting.Results;

namespace Policy.Cli.Explanations;

/// <summary>A fact: what it says, of which type, from which sources with which privilege, what can be asked of it, and who asks.</summary>
internal static class FactPage
{
    /// <summary>Writes it.</summary>
    /// <param name="sheet">The page.</param>
    /// <param name="reference">The fact.</param>
    /// <param name="hosts">Hosts whose value is shown; null for none.</param>
    public static void Write(Sheet sheet, FactReference reference, HostInputs? hosts)
    {
        sheet.Head(reference.Path);
        sheet.Blank();
        sheet.Paragraph(reference.Fact.Describe);
        sheet.Title("title.type");
        sheet.Entry(FactTypeProse.Of(reference.Type, sheet.Language));
        sheet.Outline(FactTypeProse.Fields(reference.Type, sheet.Language));
        sheet.Title("title.sources");
        foreach (var source in SourceText.Lines(reference, sheet.Language))
        {
            sheet.Entry(source);
        }

        sheet.Title("title.states");
        sheet.Entry(sheet.Language.Say(reference.Type is ListType or MapType ? "states.list" : "states.fact"));
        Operators(sheet, reference.Type);
        Users(sheet, reference);
        Hosts(sheet, reference, hosts);
    }

    private static void Operators(Sheet sheet, FactType type)
    {
        string[] words = [.. FactWords.Of(type)];
        if (words.Length == 0)
        {
            return;
        }

        sheet.Title("title.operators");
        sheet.Entry(string.Join(sheet.Language.Say("comma"), words));
    }

    private static void Users(Sheet sheet, FactReference reference)
    {
        var users = from id in ShippedDocuments.Files.Select(Path.GetFileNameWithoutExtension)
                    let policy = ShippedDocuments.Find(id!, FactSources.Catalogue) as PolicyDocument
                    where policy is not null
                    let facts = new RuleFacts(policy)
                    from rule in policy.Rules
                    where facts.Of(rule).Any(used => IsOf(used, reference))
                    select $"{policy.Id}/{rule.Id}";
        sheet.Section("title.used_by", string.Join(sheet.Language.Say("comma"), users));
    }

    // A whole map or record is used wherever a part of it is.
    private static bool IsOf(FactReference used, FactReference wanted) =>
        used.Fact.Path == wanted.Fact.Path && (wanted.Key is null or FactPath.WholeMapKey || used.Key == wanted.Key) && used.Fields.Take(wanted.Fields.Count).SequenceEqual(wanted.Fields);

    private static void Hosts(Sheet sheet, FactReference reference, HostInputs? hosts)
    {
        if (hosts is null)
        {
            return;
        }

        var slots = new FactSlots();
        var slot = slots.SlotOf(reference);
        foreach (var facts in hosts.Read(slots).Select(host => host.Reading).OfType<ReadFacts>().Select(read => read.Facts))
        {
            sheet.Title("title.here", facts.Origin.Host);
            sheet.Entry(EvidenceText.Of(new Evidence(reference.Path, facts.Slots[slot], reference.Type), sheet.Language));
        }
    }
}
