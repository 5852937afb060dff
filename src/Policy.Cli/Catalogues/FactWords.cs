using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Cli.Catalogues;

/// <summary>The words that can stand under a fact in a policy.</summary>
internal static class FactWords
{
    private static readonly string[] Quantifiers = ["some", "every", "none", "count", "sum"];

    /// <summary>Presence, operators and quantifiers of a type, in the order of the documentation; empty for a record, of which its fields are asked.</summary>
    public static IEnumerable<string> Of(FactType type) => type is RecordType ? [] :
        FactOperators.For(type).Select(item => item.Name).Prepend("is").Concat(type is ListType or MapType ? Quantifiers : []);
}
