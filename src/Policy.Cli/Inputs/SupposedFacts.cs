using Policy.Core.Diagnostics;
using Policy.Core.Facts;

namespace Policy.Cli.Inputs;

/// <summary>Reads <c>--what-if PATH=VALUE</c>: facts that are supposed to be otherwise.</summary>
internal static class SupposedFacts
{
    /// <summary>The changes.</summary>
    /// <param name="texts">The texts as they were given.</param>
    /// <param name="slots">The facts that the policies read.</param>
    /// <exception cref="CommandFailure">One means nothing (64).</exception>
    public static IReadOnlyList<HostChange> Read(IEnumerable<string> texts, FactSlots slots) => [.. texts.Select(text => Read(text, slots))];

    private static HostChange Read(string text, FactSlots slots)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        var path = sign > 0 ? text[..sign].Trim() : throw Wrong(text, "expected PATH=VALUE");
        var fact = slots.References.FirstOrDefault(known => known.Path == path)
            ?? throw Wrong(text, $"the policies never read `{path}`", NearestName.Help(path, slots.References.Select(known => known.Path)));
        return new HostChange(fact, text[(sign + 1)..].Trim() switch
        {
            "absent" => new Absent(),
            "unknown" => new Unknown(UnknownCause.NotCollected, "--what-if"),
            var value => new Present(Value(text, value, fact.Type), "--what-if"),
        });
    }

    private static FactValue Value(string text, string value, FactType type) => type switch
    {
        ListType { Of.IsScalar: true } list => new ListValue(Parts(value).Select(Observation (part) => new Present(Value(text, part, list.Of))).ToSequence()),
        ListType or MapType or RecordType => throw Wrong(text, "only single values and lists of them can be supposed", "write a document for `--facts`"),
        _ => Literal.Read(type, value) switch
        {
            LiteralOk ok => ok.Value,
            LiteralError error => throw Wrong(text, error.Message),
            _ => throw new System.Diagnostics.UnreachableException(),
        },
    };

    private static string[] Parts(string value) =>
        (value is ['[', .. var inner, ']'] ? inner : value).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static CommandFailure Wrong(string text, string why, string? help = null) =>
        new(ExitCode.Usage, $"--what-if {text}: {why}{(help is null ? string.Empty : $"\nhelp: {help}")}");
}
