using System.CommandLine;
using Policy.Cli.Commands;

namespace Policy.Cli;

/// <summary>The verbs of the command line.</summary>
internal static class CommandTree
{
    /// <summary>The tree; each verb stands in a file of its own.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("Judges whether a host can do what you want of it, by policies in YAML, and says what is missing.")
        {
            CheckSyntax.Build(),
            FactsSyntax.Build(),
            LintSyntax.Build(),
            TestSyntax.Build(),
            ReportSyntax.Build(),
            DiffSyntax.Build(),
            ExplainSyntax.Build(),
            InitSyntax.Build(),
            SchemaSyntax.Build(),
            LspSyntax.Build(),
        };
        root.Add(WelcomeCommand.Build());
        root.Add(TemplateSyntax.Build());
        return root;
    }
}
