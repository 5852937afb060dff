using System.Text.RegularExpressions;
using Policy.Core.Facts;

namespace Policy.Core.Conditions.Operators;

/// <summary>Parts and patterns of texts.</summary>
internal static class Texts
{
    public static readonly FactOperator StartsWith = Part("starts_with", "starts with", (text, part) => text.StartsWith(part, StringComparison.Ordinal));

    public static readonly FactOperator EndsWith = Part("ends_with", "ends with", (text, part) => text.EndsWith(part, StringComparison.Ordinal));

    public static readonly FactOperator Matches = Pattern("matches", "matches", pattern => $@"\A(?:{pattern})\z");

    public static readonly FactOperator Finds = Pattern("finds", "has a part that matches", pattern => pattern);

    /// <summary>The longest pattern that is compiled.</summary>
    private const int LongestPattern = 1000;

    private static bool IsText(FactType type) => type is StringType;

    private static FactOperator Part(string name, string phrase, Func<string, string, bool> holds) =>
        new(name, phrase, OperandShape.Value, IsText, part => (fact, _) => holds(((StringValue)fact).Value, ((StringValue)part[0]).Value));

    private static FactOperator Pattern(string name, string phrase, Func<string, string> whole) =>
        new(name, phrase, OperandShape.Pattern, IsText, pattern =>
        {
            // A pattern must be sound by itself: "a)|(b" would become sound inside the anchors. Reading one costs little, making its automaton much.
            var text = ((StringValue)pattern[0]).Value;
            return Compile(text, RegexOptions.None) is not null && Compile(whole(text), RegexOptions.NonBacktracking) is { } regex ? (fact, _) => regex.IsMatch(((StringValue)fact).Value) : null;
        });

    private static Regex? Compile(string pattern, RegexOptions engine)
    {
        try
        {
            return pattern.Length > LongestPattern ? null : new Regex(pattern, engine | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
