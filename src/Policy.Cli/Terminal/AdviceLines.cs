using Policy.Core.Compliance;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;
using Policy.Reporting.Results;
using Policy.Reporting.Words;

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
            text.Line(text.Say("terminal.way"), Colour.Bold);
            foreach (var (step, number) in advice.Way.Steps.Take(MostSteps).Select((step, index) => (step, index + 1)))
            {
                text.Wrapped($"  {number}. {text.Head($"effort.{step.Effort.Name()}", 14)}", string.Join(", ", step.Changes.Select(change => Changed(change, text.Words))));
                if (step.Follows.Count > 0)
                {
                    text.Wrapped(new string(' ', Indent), text.Say("terminal.again", string.Join(", ", step.Follows.Select(change => change.Fact.Path))));
                }

                text.Wrapped(new string(' ', Indent), text.Say("terminal.repairs", string.Join(", ", step.Repairs.Select(rule => rule.Name))));
            }

            More(text, advice.Way.Steps.Count - MostSteps, "terminal.more_steps");
        }

        if (advice.Way.Beyond.Count > 0)
        {
            text.Wrapped(text.Head("terminal.beyond", 18), string.Join(", ", advice.Way.Beyond.Select(item => item.Rule.Name)));
        }

        Missing(text, advice);
    }

    private static void Missing(TerminalText text, HostAdvice advice)
    {
        if (advice.Missing.Count > 0)
        {
            text.Line(text.Say("terminal.collect"), Colour.Bold);
            foreach (var missing in advice.Missing.Take(MostFacts))
            {
                text.Wrapped("  ", $"{missing.Fact.Path}  {text.Say($"unknown.{missing.Unknown.Cause.Name()}")}  {text.Say("terminal.for", Shown(missing.Decides, text))}");
            }

            More(text, advice.Missing.Count - MostFacts, "terminal.more_facts");
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

    private static void More(TerminalText text, int number, string key)
    {
        if (number > 0)
        {
            text.Line(text.Say(key, $"{number}"), Colour.Dim);
        }
    }

    private static string Changed(FactStep step, ReportWords words) => $"{step.Fact.Path}: {AdviceText.Of(step.From, step.Fact.Type, words)} → {AdviceText.Of(step.To, step.Fact.Type, words)}";

    private static string Shown(Sequence<string> rules, TerminalText text) => rules.Count <= 2 ? string.Join(", ", rules) : text.Say("terminal.and_more", rules[0], $"{rules.Count - 1}");
}
