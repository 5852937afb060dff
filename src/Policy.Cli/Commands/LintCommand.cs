using Policy.Cli.Inputs;
using Policy.Cli.Terminal;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Cli.Commands;

/// <summary><c>policy lint</c>: checks policies and profiles without a host.</summary>
internal static class LintCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 if there is nothing to complain about, otherwise 65.</returns>
    public static int Run(IReadOnlyList<string> names)
    {
        var inputs = new PolicyInputs();
        var documents = inputs.Load(names.Count == 0 ? ["policies"] : names);
        var diagnostics = inputs.Diagnostics;
        if (diagnostics.All(item => item.Code.Severity == DiagnosticSeverity.Warning))
        {
            // A parameter without a default is no mistake of the policy: whoever uses it chooses a value.
            diagnostics = [.. diagnostics, .. inputs.Inspect(documents)];
        }

        DiagnosticPrinter.Print(Console.Error, diagnostics, inputs.Texts);
        var rules = documents.OfType<PolicyDocument>().Sum(policy => policy.Rules.Count);
        var errors = diagnostics.Count(item => item.Code.Severity == DiagnosticSeverity.Error);
        Console.Out.WriteLine($"{errors} {(errors == 1 ? "error" : "errors")} in {inputs.Texts.Count} {(inputs.Texts.Count == 1 ? "file" : "files")}, {rules} rules read");
        return errors == 0 ? ExitCode.Compliant : ExitCode.BadData;
    }
}
