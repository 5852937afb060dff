using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>The keys of one mapping; complains about the second of two equal ones.</summary>
internal sealed class YamlKeys(YamlComplaints complaints)
{
    private readonly Dictionary<string, SourceSpan> places = new(StringComparer.Ordinal);

    /// <summary>Adds a key.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Add(YamlScalar key)
    {
        if (places.TryAdd(key.Text, key.Span))
        {
            return true;
        }

        var first = places[key.Text];
        complaints.Add(DiagnosticCodes.DuplicateKey, key.Span, $"the key {Quotation.Of(key.Text)} already stands at {first.Line}:{first.Column}", "keep one of them");
        return false;
    }
}
