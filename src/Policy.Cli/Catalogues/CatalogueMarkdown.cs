using System.Text;
using Policy.Core.Facts;
using Policy.Core.Prose;

namespace Policy.Cli.Catalogues;

/// <summary>The catalogue as a reference page in Markdown.</summary>
internal static class CatalogueMarkdown
{
    // One of each type, as a reader meets them below; the operators depend on nothing else.
    private static readonly (string Name, FactType Type)[] Types =
    [
        ("boolean", new BooleanType()),
        ("number, size, frequency, duration, bandwidth, percentage", new NumberType()),
        ("text", new StringType()),
        ("version", new VersionType(VersionScheme.Dotted)),
        ("date", new DateType()),
        ("list of single values", new ListType(new StringType())),
        ("list of records", new ListType(new RecordType([]))),
        ("entries by a key", new MapType("name", new RecordType([]))),
    ];

    /// <summary>Writes it: a page with a head for all facts, else the sections of some.</summary>
    public static string Write(CatalogueSelection selection)
    {
        var text = new StringBuilder();
        if (selection.IsWhole)
        {
            Head(text, selection);
        }

        foreach (var group in selection.Groups)
        {
            text.Append(Invariant($"## {group.Key}\n\n"));
            foreach (var fact in group)
            {
                Write(text, fact);
            }
        }

        return $"{text.ToString().TrimEnd('\n')}\n";
    }

    private static void Head(StringBuilder text, CatalogueSelection selection)
    {
        text.Append(Invariant($"""
            # Facts

            What policies can ask about: {selection.Facts.Count} facts by their first names. `policy facts --catalogue cpu` prints a part of this page, `policy explain cpu.flags` tells
            more about one fact, `policy facts` collects their values. The page is written by `policy facts --catalogue --format markdown`.

            A path with `(*)` has a key of the host's own world: write `package(docker-ce).version` for one entry, and `package(*)` under `some`, `every`, `none`,
            `count` or `sum`. *Absent* means that the host does not have it, *unknown* that nobody could tell. Paths of sources are relative to the root of the host.

            What can be asked depends on the type:

            | type | words |
            |---|---|

            """));
        foreach (var (name, type) in Types)
        {
            text.Append(Invariant($"| {name} | {string.Join(" ", FactWords.Of(type).Select(word => $"`{word}`"))} |\n"));
        }

        text.Append(Invariant($"\nOf a record its fields are asked, as in `runtime(docker).version`.\n\nGroups: {string.Join(" ", selection.Groups.Select(group => $"[{group.Key}](#{group.Key})"))}\n\n"));
    }

    private static void Write(StringBuilder text, FactDescription fact)
    {
        text.Append(Invariant($"### `{fact.Path}`\n\n{fact.Describe}\n\n- Type: {FactTypeProse.Of(fact.Type, Language.English)}\n"));
        foreach (var line in FactTypeProse.Fields(fact.Type, Language.English))
        {
            text.Append(Invariant($"{new string(' ', 2 * (line.Depth + 1))}- {line.Text}\n"));
        }

        if (fact.Sources.Count > 0)
        {
            text.Append(Invariant($"- Read from: {string.Join(", ", fact.Sources.Select(source => $"`{source}`"))}\n"));
        }

        text.Append(Invariant($"- Needs: {(fact.Privilege == FactPrivilege.Root ? "root, on a host of usual set-up" : "no privilege")}\n\n"));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
