using Policy.Core.Conditions;
using Policy.Core.Facts;

namespace Policy.Authoring.Schemas;

/// <summary>What an editor shows about a fact or an operator, in Markdown.</summary>
internal static class FactHover
{
    /// <summary>About a fact or a field of one.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="field">The path of the field with its type and description.</param>
    public static string Of(FactDescription fact, FactField field)
    {
        var lines = new List<string>
        {
            Describe(fact, field),
            "",
            $"- type: {TypeName(field.Type)}",
            $"- read from: {string.Join(", ", fact.Sources.Select(source => $"`{source}`"))}",
        };
        if (fact.Privilege == FactPrivilege.Root)
        {
            lines.Add("- needs root");
        }

        lines.AddRange(["", $"Example: `{field.Name}: {FactExamples.Matcher(field.Type)}`"]);
        return string.Join('\n', lines);
    }

    /// <summary>About a field of an element.</summary>
    public static string Of(FactField field) => $"{field.Describe}\n\n- type: {TypeName(field.Type)}\n\nExample: `{field.Name}: {FactExamples.Matcher(field.Type)}`";

    /// <summary>About an operator on a fact of a type.</summary>
    public static string Describe(FactOperator operation, FactType type) =>
        $"The fact {(operation.Phrase.Split(' ')[0].EndsWith('s') ? "" : "is ")}{operation.Phrase} what stands here, such as {FactExamples.Operand(operation, type)}";

    /// <summary>The plain text: what the field says, or the fact where the field has no words of its own.</summary>
    public static string Describe(FactDescription fact, FactField field) => field.Describe.Length > 0 ? field.Describe : fact.Describe;

    private static string TypeName(FactType type) => type switch
    {
        NumberType { Unit: FactUnit.Size } => "size, in bytes",
        NumberType { Unit: FactUnit.Frequency } => "frequency, in Hz",
        NumberType { Unit: FactUnit.Duration } => "duration, in seconds",
        NumberType { Unit: FactUnit.Bandwidth } => "bandwidth, in bit/s",
        VersionType version => $"version, scheme `{version.Scheme.ToString().ToLowerInvariant()}`",
        StringType { OneOf.Count: > 0 } word => $"one of {string.Join(", ", word.OneOf.Select(value => $"`{value}`"))}",
        _ => type.ToString(),
    };
}
