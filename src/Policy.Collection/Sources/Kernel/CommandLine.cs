using Policy.Collection.Captures;

namespace Policy.Collection.Sources.Kernel;

/// <summary>The parameters that the kernel was booted with, in their order.</summary>
/// <param name="Words">Each as a name and, behind <c>=</c>, a value; without those behind <c>--</c>, which belong to the first process.</param>
internal sealed record CommandLine(IReadOnlyList<CommandLineWord> Words)
{
    /// <summary>Where it stands.</summary>
    internal const string Place = "proc/cmdline";

    private readonly Lazy<Dictionary<string, string>> byName = new(() => Words
        .GroupBy(word => ModuleNames.Normal(word.Name), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal));

    /// <summary>A host's parameters.</summary>
    internal static Reading<CommandLine> Of(Host host) => host.Memory.Once("command-line", () => host.Root.Value(Place).Then(Parse));

    /// <summary>The value of a parameter, the empty text for a bare switch; null if it is not there.</summary>
    /// <remarks>Of several the last counts; <c>-</c> and <c>_</c> are equal.</remarks>
    internal string? Find(string name) => byName.Value.GetValueOrDefault(ModuleNames.Normal(name));

    /// <summary>Splits as the kernel's next_arg(): quotes protect blanks.</summary>
    internal static CommandLine Parse(string text)
    {
        var words = new List<CommandLineWord>();
        foreach (var word in Split(text).TakeWhile(word => word != "--"))
        {
            words.Add(CommandLineWord.Parse(word));
        }

        return new CommandLine(words);
    }

    private static IEnumerable<string> Split(string text)
    {
        var (start, isQuoted) = (0, false);
        for (var index = 0; index <= text.Length; index++)
        {
            var letter = index < text.Length ? text[index] : '\n';
            isQuoted ^= letter == '"';
            if (index < text.Length && (isQuoted || !char.IsWhiteSpace(letter)))
            {
                continue;
            }

            if (index > start)
            {
                yield return text[start..index];
            }

            start = index + 1;
        }
    }
}

/// <summary>One parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What stands behind <c>=</c>, without quotes and secrets; empty for a bare switch.</param>
/// <param name="Text">The whole as it stands there, without secrets.</param>
internal sealed record CommandLineWord(string Name, string Value, string Text)
{
    /// <summary>A parameter from its text.</summary>
    internal static CommandLineWord Parse(string word)
    {
        var text = word is ['"', .., '"'] ? word[1..^1] : word.TrimStart('"');
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? text : text[..equals];
        if (equals >= 0 && SecretNames.Contains(name))
        {
            return new CommandLineWord(name, SecretNames.Hidden, $"{name}={SecretNames.Hidden}");
        }

        var value = equals < 0 ? string.Empty : text[(equals + 1)..];
        return new CommandLineWord(name, UrlCredentials.Remove(value.Trim('"')), UrlCredentials.Remove(text));
    }
}
