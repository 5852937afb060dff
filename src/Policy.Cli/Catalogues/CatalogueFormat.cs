using System.Collections.Immutable;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Cli.Catalogues;

/// <summary>A form in which the catalogue of facts is written.</summary>
/// <param name="Name">What <c>--format</c> takes.</param>
/// <param name="Write">Makes the document, with a line end at its end.</param>
internal sealed record CatalogueFormat(string Name, Func<CatalogueSelection, string> Write)
{
    /// <summary>All of them, the one that nobody has to name first.</summary>
    public static ImmutableArray<CatalogueFormat> Everything { get; } =
        [new("text", CatalogueText.Write), new("markdown", CatalogueMarkdown.Write), new("json", CatalogueJson.Write)];
}

/// <summary>What is wanted of the catalogue.</summary>
/// <param name="Facts">The facts in ordinal order of their roots; at least one.</param>
/// <param name="IsWhole">Whether that is all of them.</param>
internal sealed record CatalogueSelection(Sequence<FactDescription> Facts, bool IsWhole)
{
    /// <summary>The facts that names mean.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="names">First names such as <c>cpu</c>, beginnings such as <c>kvm.c</c>, or paths such as <c>package(docker).version</c>; none: everything.</param>
    /// <exception cref="CommandFailure">A name means nothing (64).</exception>
    public static CatalogueSelection Of(FactCatalogue catalogue, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return new CatalogueSelection(catalogue.Facts.ToSequence(), IsWhole: true);
        }

        var wanted = names.SelectMany(name => Named(catalogue, name)).ToHashSet();
        return new CatalogueSelection(catalogue.Facts.Where(wanted.Contains).ToSequence(), IsWhole: false);
    }

    /// <summary>The facts by the first name of their paths, in ordinal order.</summary>
    public IEnumerable<IGrouping<string, FactDescription>> Groups => Facts.GroupBy(fact => fact.Path.Names[0], StringComparer.Ordinal);

    private static List<FactDescription> Named(FactCatalogue catalogue, string name)
    {
        if (FactPath.TryParse(name, out var path) && catalogue.Resolve(path) is { } reference)
        {
            return [reference.Fact];
        }

        var found = catalogue.Facts.Where(fact => fact.Path.Names[0] == name).ToList();
        found = found.Count > 0 ? found : [.. catalogue.Facts.Where(fact => fact.Path.Root.StartsWith(name, StringComparison.Ordinal))];
        return found.Count > 0 ? found : throw Unknown(catalogue, name);
    }

    private static CommandFailure Unknown(FactCatalogue catalogue, string name)
    {
        var help = NearestName.Help(name, catalogue.Names().Concat(catalogue.Facts.Select(fact => fact.Path.Names[0])).Distinct());
        return new CommandFailure(ExitCode.Usage, $"no fact begins with `{name}`\nhelp: {help ?? "policy facts --catalogue lists all of them"}");
    }
}
