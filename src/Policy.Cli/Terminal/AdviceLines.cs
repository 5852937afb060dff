using Policy.Core.Compliance;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;
using Policy.Reporting.Results;

namespace Policy.Cli.Terminal;

/// <summary>The shortest way to compliance and what to collect next, for a terminal.</summary>
internal static class AdviceLines
{
    private const int MostSteps = 8;
    private const int MostFacts = 4;
    private const int Indent = 19;

    /// <summary>Writes both; nothing where nothing is to do.</summary>
    public static void Write(TerminalText text, HostAdvice advice)
    {
        if (advice.Way.Steps.Count > 0)
        {
            text.Line("shortest way to compliance", Colour.Bold);
            foreach (var (step, number) in advice.Way.Steps.Take(MostSteps).Select((step, index) => (step, index + 1)))
            {
                text.Wrapped($"  {number}. {step.Effort.Name(),-13} ", string.Join(", ", step.Changes.Select(Changed)));
                if (step.Follows.Count > 0)
                {
                    text.Wrapped(new string(' ', Indent), $"then look again at {string.Join(", ", step.Follows.Select(change => change.Fact.Path))}");
                }

                text.Wrapped(new string(' ', Indent), $"repairs {string.Join(", ", step.Repairs.Select(rule => rule.Name))}");
            }

            More(text, advice.Way.Steps.Count - MostSteps, "steps");
        }

        if (advice.Way.Beyond.Count > 0)
        {
            text.Wrapped("  no way found    ", string.Join(", ", advice.Way.Beyond.Select(item => item.Rule.Name)));
        }

        Missing(text, advice);
    }

    private static void Missing(TerminalText text, HostAdvice advice)
    {
        if (advice.Missing.Count > 0)
        {
            text.Line("to decide what is open, find out", Colour.Bold);
            foreach (var missing in advice.Missing.Take(MostFacts))
            {
                text.Wrapped("  ", $"{missing.Fact.Path}  {missing.Unknown.Cause.Name()}  for {Shown(missing.Decides)}");
            }

            More(text, advice.Missing.Count - MostFacts, "facts");
            if (advice.Command is { } command)
            {
                text.Line($"  $ {command}");
            }
        }

        if (advice.Missing.Count + advice.Way.Steps.Count + advice.Way.Beyond.Count > 0)
        {
            text.Blank();
        }
    }

    private static void More(TerminalText text, int number, string what)
    {
        if (number > 0)
        {
            text.Line($"  ... and {number} more {what}; the whole stands in the report", Colour.Dim);
        }
    }

    private static string Changed(FactStep step) => $"{step.Fact.Path}: {AdviceText.Of(step.From, step.Fact.Type)} → {AdviceText.Of(step.To, step.Fact.Type)}";

    private static string Shown(Sequence<string> rules) => rules.Count <= 2 ? string.Join(", ", rules) : $"{rules[0]} and {rules.Count - 1} more";
}
