using Policy.Authoring.Yaml;

namespace Policy.Authoring.Editing;

/// <summary>Makes symbols of scalars.</summary>
internal static class SymbolPlaces
{
    /// <summary>A scalar that is one name.</summary>
    public static Symbol At(YamlScalar scalar, SymbolKind kind, string owner)
    {
        var quote = scalar.IsPlain || scalar.Span.Length < scalar.Text.Length + 2 ? 0 : 1;
        return new Symbol(kind, owner, scalar.Text, scalar.Span with { Column = scalar.Span.Column + quote, Length = Math.Max(1, scalar.Span.Length - (2 * quote)) });
    }

    /// <summary>The two names of <c>policy-id/rule-id</c>.</summary>
    public static IEnumerable<Symbol> Qualified(YamlScalar scalar)
    {
        var slash = scalar.Text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == scalar.Text.Length - 1)
        {
            return [];
        }

        var (policy, rule, span) = (scalar.Text[..slash], scalar.Text[(slash + 1)..], At(scalar, SymbolKind.Rule, string.Empty).Span);
        return
        [
            new Symbol(SymbolKind.Policy, string.Empty, policy, span with { Length = slash }),
            new Symbol(SymbolKind.Rule, policy, rule, span with { Column = span.Column + slash + 1, Length = rule.Length }),
        ];
    }
}
