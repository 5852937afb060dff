using Policy.Authoring;
using Policy.Authoring.Explanations;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Cli.Commands;

/// <summary>The names that <c>policy explain</c> knows without a file.</summary>
internal static class ExplainNames
{
    /// <summary>The shipped policy with a rule of an id; null if none or several have it.</summary>
    public static string? PolicyOf(string rule)
    {
        var policies = Rules().Where(pair => pair.Rule == rule).Select(pair => pair.Policy).ToList();
        return policies.Count == 1 ? policies[0] : null;
    }

    /// <summary>Ends the command: nothing has that name.</summary>
    public static CommandFailure Unknown(string name)
    {
        var isFile = name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal);
        var same = Rules().Where(pair => pair.Rule == name).Select(pair => $"{pair.Policy}/{pair.Rule}").ToList();
        var help = same.Count > 0 ? $"known are {string.Join(", ", same)}" : NearestName.Help(name, Everything())
            ?? "name a code (POL2002), an operator (at_least), a fact (cpu.flags), a policy (kvm-host) or a rule (kvm-host/kvm-works)";
        return isFile
            ? new CommandFailure(ExitCode.NoInput, $"{name}: there is no such file")
            : new CommandFailure(ExitCode.Usage, $"nothing is called `{name}`\nhelp: {help}");
    }

    /// <summary>Ends the command: the policy has no such rule.</summary>
    public static CommandFailure UnknownRule(string policy, string rule, IEnumerable<string> known)
    {
        var ids = known.Distinct(StringComparer.Ordinal).ToList();
        var help = NearestName.Help(rule, ids) ?? $"its rules are {string.Join(", ", ids)}";
        return new CommandFailure(ExitCode.Usage, $"`{policy}` has no rule `{rule}`\nhelp: {help}");
    }

    private static IEnumerable<string> Everything() => DiagnosticCodes.Everything.Select(code => code.Id)
        .Concat(WordStories.Everything.Select(story => story.Word))
        .Concat(FactSources.Catalogue.Names())
        .Concat(ShippedDocuments.Files.Select(Path.GetFileNameWithoutExtension).OfType<string>())
        .Concat(Rules().SelectMany(pair => new[] { pair.Rule, $"{pair.Policy}/{pair.Rule}" }));

    private static IEnumerable<(string Policy, string Rule)> Rules() =>
        from file in ShippedDocuments.Files
        let policy = ShippedDocuments.Find(Path.GetFileNameWithoutExtension(file), FactSources.Catalogue) as PolicyDocument
        where policy is not null
        from rule in policy.Rules
        select (policy.Id, rule.Id);
}
