using System.Text.RegularExpressions;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>Regular expressions over paths of facts that ECMAScript and .NET read alike.</summary>
internal static class FactPatterns
{
    private const string Key = "\\((?:\\\\\\)|[^)\\r\\n])+\\)";

    /// <summary>The entries of a map under any key but <c>*</c>, or a field of them such as <c>.version</c>.</summary>
    public static string Keyed(FactDescription map, string fields) => $"^{Regex.Escape(map.Path.Root)}(?!\\(\\*\\)){Key}{Regex.Escape(fields)}$";

    /// <summary>Paths that the catalogue does not have: facts that authors declare.</summary>
    public static string Others(FactCatalogue catalogue, Func<FactType, IEnumerable<FactField>> fields)
    {
        var known = catalogue.Facts.GroupBy(fact => fact.Path.Names[0], StringComparer.Ordinal)
            .Select(group => $"{group.Key}(?:{string.Join('|', group.Select(fact => Rest(fact, fields)))})");
        return $"^(?!(?:{string.Join('|', known)})$)[a-z][a-z0-9_]*[.(]";
    }

    private static string Rest(FactDescription fact, Func<FactType, IEnumerable<FactField>> fields)
    {
        var names = string.Concat(fact.Path.Names.Skip(1).Select(name => $"\\.{name}"));
        var type = fact.Type is MapType map ? map.Of : fact.Type;
        var below = fields(type).Select(field => Regex.Escape(field.Name)).ToList();
        return names + (fact.Type is MapType ? Key : "") + (below.Count > 0 ? $"(?:{string.Join('|', below)})?" : "");
    }
}
