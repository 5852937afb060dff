using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;
using Policy.Collection;
using Policy.Collection.Footprints;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Cli.Commands;

/// <summary><c>policy facts --plan</c>: what a check would touch, without touching it.</summary>
internal static class PlanCommand
{
    /// <summary>Prints the plan.</summary>
    /// <param name="policies">Policies, profiles and folders; empty means the shipped profiles.</param>
    /// <param name="options">What collecting may do.</param>
    public static int Run(IReadOnlyList<string> policies, HostOptions options)
    {
        var inputs = new PolicyInputs();
        var run = inputs.Compose(inputs.Load(policies), []);
        var text = new TerminalText(TerminalWindow.Width, TerminalWindow.HasColour);
        text.Wrapped(string.Empty, "What a check may touch, and nothing else; nothing was touched for this list. A folder stands for what is below it. `!` marks rules that are unknown without it; the others can have a further source.");
        foreach (var kind in Rows(run, options).GroupBy(row => row.Touch.Kind).OrderBy(group => group.Key))
        {
            text.Blank();
            text.Line(Title(kind.Key), Colour.Bold);
            foreach (var row in kind.OrderBy(row => row.Touch.Name, StringComparer.Ordinal))
            {
                text.Line($"  {row.Touch.Name}{(TouchPrivileges.Of(row.Touch) is { } needs ? $"  ({needs})" : string.Empty)}");
                text.Wrapped("      ", row.Rules);
            }
        }

        StandardOutput.WriteLine(text.ToString().TrimEnd('\n'));
        return ExitCode.Compliant;
    }

    private static IEnumerable<(Touch Touch, string Rules)> Rows(PolicyRun run, HostOptions options) =>
        from plan in run.Plans
        let facts = new RuleFacts(plan.Policy)
        from rule in plan.Policy.Rules
        from use in Uses($"{plan.Policy.Id}/{rule.Id}", facts.Of(rule), options).Concat(RemedyUses(facts.OfRemedies(rule), options))
        group use by use.Touch into uses
        let rules = uses.GroupBy(use => use.Rule, (rule, same) => $"{rule}{(same.Any(use => use.IsOnly) ? "!" : string.Empty)}")
        select (uses.Key, string.Join(", ", rules.Order(StringComparer.Ordinal)));

    private static IEnumerable<(Touch Touch, string Rule, bool IsOnly)> RemedyUses(IEnumerable<FactReference> facts, HostOptions options) =>
        Uses("choice of remedies", facts, options).Select(use => (use.Touch, use.Rule, false));

    private static IEnumerable<(Touch Touch, string Rule, bool IsOnly)> Uses(string rule, IEnumerable<FactReference> facts, HostOptions options) =>
        from reference in facts
        let touches = Footprint.Of(reference.Fact, reference.Key, options).ToArray()
        from touch in touches
        select (touch, rule, touches.Length == 1 || (touch == touches[0] && touch.Kind is TouchKind.Device));

    private static string Title(TouchKind kind) => kind switch
    {
        TouchKind.File => "files and folders, read",
        TouchKind.Device => "devices, described; /dev/kvm and /dev/net/tun are opened",
        TouchKind.Socket => "local sockets, connected to and left at once",
        TouchKind.Command => "programs, started only where no file tells",
        TouchKind.Call => "system calls and instructions",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
