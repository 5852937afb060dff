using Policy.Authoring;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Cli.Terminal;

namespace Policy.Cli.Commands;

/// <summary><c>policy lint</c>: checks documents without a host.</summary>
internal static class LintCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 without errors, otherwise 65; with warnings too where they count.</returns>
    public static int Run(LintRequest request)
    {
        IReadOnlyList<string> names = request.Names.Count == 0 ? ["policies"] : request.Names;
        var report = request.Fixes ? Repaired(names, request) : LintReport.Of(new PolicyInputs(), names);
        if (request.Format is { } format)
        {
            StandardOutput.Write(format.Write(report));
        }
        else
        {
            DiagnosticPrinter.Print(Console.Error, report.Diagnostics, report.Texts);
            StandardOutput.WriteLine($"{Count(report.Errors, "error")}, {Count(report.Warnings, "warning")} in {Count(report.Texts.Count, "file")}, {Count(report.Rules, "rule")} read");
        }

        return report.Errors > 0 || (request.IsStrict && report.Warnings > 0) ? ExitCode.BadData : ExitCode.Compliant;
    }

    private static LintReport Repaired(IReadOnlyList<string> names, LintRequest request)
    {
        foreach (var name in names.Where(name => name == "-" || !(File.Exists(name) || Directory.Exists(name))))
        {
            throw name != "-" && ShippedDocuments.FileOf(name) is null
                ? new CommandFailure(ExitCode.NoInput, $"{name}: no such file or folder")
                : new CommandFailure(ExitCode.Usage, name == "-" ? "--fix changes files, and standard input is none" : $"--fix changes files, and `{name}` is a part of the program");
        }

        var repair = LintRepair.Of(names);
        foreach (var file in repair.Files)
        {
            var (before, after) = repair.Texts(file);
            StandardOutput.Write(System.Text.Encoding.UTF8.GetBytes(UnifiedDiff.Of(file, before, after)));
            if (!request.IsDryRun)
            {
                OutputFile.Replace(file, repair.Before.Texts[file], repair.Bytes(file));
            }
        }

        return request.IsDryRun ? repair.Before : repair.After;
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? string.Empty : "s")}";
}
