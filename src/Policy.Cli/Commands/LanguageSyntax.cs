using System.CommandLine;
using Policy.Core.Prose;

namespace Policy.Cli.Commands;

/// <summary>The option <c>--lang</c>.</summary>
internal static class LanguageSyntax
{
    // The variables that name the language of messages, the strongest first: locale(7).
    private static readonly string[] Locales = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language of what is for readers.</summary>
    public static readonly Option<string?> Lang = new("--lang") { Description = $"The language: {string.Join(" or ", Language.Everything.Select(item => item.Tag))}; otherwise that of the environment", HelpName = "TAG" };

    /// <summary>The language that was asked for; null if none was.</summary>
    /// <exception cref="CommandFailure">It is not known (64).</exception>
    public static Language? Asked(ParseResult parsed) => parsed.GetValue(Lang) is not { } tag ? null
        : Language.Find(tag) ?? throw new CommandFailure(ExitCode.Usage, $"--lang {tag}: known are {string.Join(", ", Language.Everything.Select(item => item.Tag))}");

    /// <summary>The language of the environment, or English.</summary>
    public static Language OfEnvironment() =>
        Language.Find(Locales.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? string.Empty) ?? Language.English;
}
