using Policy.Core.Facts;

namespace Policy.Authoring.Reading;

/// <summary>The names of facts that are taken, with the names around them: in a fact document a fact has no place within another one.</summary>
internal sealed class FactNames
{
    private readonly Dictionary<string, FactPath> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FactPath> around = new(StringComparer.Ordinal);

    /// <summary>Takes a name.</summary>
    public void Add(FactPath path)
    {
        taken.TryAdd(path.Root, path);
        foreach (var prefix in Prefixes(path).SkipLast(1))
        {
            around.TryAdd(prefix, path);
        }
    }

    /// <summary>The fact that has the same name, or that stands within the given one or around it; null if there is none.</summary>
    public FactPath? Rival(FactPath path) =>
        Prefixes(path).Select(prefix => taken.GetValueOrDefault(prefix)).FirstOrDefault(rival => rival is not null) ?? around.GetValueOrDefault(path.Root);

    private static IEnumerable<string> Prefixes(FactPath path) => Enumerable.Range(1, path.Names.Count).Select(length => string.Join('.', path.Names.Take(length)));
}
