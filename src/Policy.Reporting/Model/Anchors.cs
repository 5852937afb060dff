using System.Globalization;

namespace Policy.Reporting.Model;

/// <summary>Gives out ids for a document: letters, digits and hyphens, none twice, the same for the same results.</summary>
/// <param name="prefix">What all of them begin with.</param>
internal sealed class Anchors(string prefix)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>An id for a name.</summary>
    public string Of(string name)
    {
        var wanted = prefix + string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '-'));
        var anchor = wanted;
        for (var number = 2; !taken.Add(anchor); number++)
        {
            anchor = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        }

        return anchor;
    }
}
