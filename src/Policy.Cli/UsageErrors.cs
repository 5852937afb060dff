using System.CommandLine;
using System.CommandLine.Parsing;
using Policy.Core.Diagnostics;

namespace Policy.Cli;

/// <summary>What is wrong with a command line, in the style of all messages of the program.</summary>
internal static class UsageErrors
{
    private const string OneOf = "Must be one of:";

    /// <summary>The mistakes; empty for a command line that can be run.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        // An argument that takes any word also takes a mistyped option; behind `--` a word may begin with a dash.
        var unknown = parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash) ? []
            : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).Where(IsOptionLike).ToList();
        var unmatched = parsed.UnmatchedTokens.Concat(unknown).Distinct(StringComparer.Ordinal).ToList();
        return unmatched.Count > 0
            ? [.. unmatched.Select(word => Unknown(word, parsed.CommandResult.Command))]
            : [.. parsed.Errors.Select(error => Restyle(error.Message))];
    }

    private static bool IsOptionLike(string word) => word.Length > 1 && word[0] == '-';

    private static string Unknown(string word, Command command)
    {
        var names = command.Children.Where(child => !child.Hidden).SelectMany(Names);
        var help = NearestName.Help(word, names);
        return $"unknown {(IsOptionLike(word) ? "option" : "word")} `{word}`{(help is null ? string.Empty : $"\nhelp: {help}")}";
    }

    private static IEnumerable<string> Names(Symbol symbol) => symbol switch
    {
        Option option => [option.Name, .. option.Aliases],
        Command command => [command.Name],
        _ => [],
    };

    // The parser's texts are sentences with quotes, over several lines.
    private static string Restyle(string message)
    {
        var choices = message.IndexOf(OneOf, StringComparison.Ordinal);
        var known = choices < 0 ? string.Empty : string.Join(", ", message[(choices + OneOf.Length)..].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var first = (choices < 0 ? message : message[..choices]).Trim().TrimEnd('.');
        var whole = $"{first[..1].ToLowerInvariant()}{first[1..]}{(choices < 0 ? string.Empty : $", expected one of {known}")}";
        return whole.Replace('\'', '`');
    }
}
