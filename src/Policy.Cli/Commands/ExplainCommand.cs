using Policy.Authoring;
using Policy.Authoring.Explanations;
using Policy.Cli.Explanations;
using Policy.Cli.Inputs;
using Policy.Cli.Outputs;
using Policy.Collection;
using Policy.Core.Diagnostics;
using Policy.Core.Evaluation;
using Policy.Core.Facts;
using Policy.Core.Findings;

namespace Policy.Cli.Commands;

/// <summary><c>policy explain</c>: tells what something means, and why a rule has its verdict.</summary>
internal static class ExplainCommand
{
    /// <summary>Runs the command.</summary>
    /// <returns>0 whatever the verdicts are.</returns>
    public static int Run(ExplainRequest request)
    {
        var sheet = new Sheet(request.Language);
        if (request.What.Count == 2)
        {
            Rule(sheet, request, request.What[0], request.What[1]);
        }
        else if (!Word(sheet, request.What[0]) && !Fact(sheet, request))
        {
            Document(sheet, request);
        }

        StandardOutput.WriteLine(sheet.ToString());
        return ExitCode.Compliant;
    }

    private static bool Word(Sheet sheet, string name)
    {
        var code = DiagnosticCodes.Everything.FirstOrDefault(code => code.Id.Equals(name, StringComparison.OrdinalIgnoreCase));
        var word = WordStories.Find(name);
        switch (code, word)
        {
            case ({ } known, _):
                CodePage.Write(sheet, known);
                return true;
            case (_, { } known):
                WordPage.Write(sheet, known);
                return true;
            default:
                return false;
        }
    }

    private static bool Fact(Sheet sheet, ExplainRequest request)
    {
        if (File.Exists(request.What[0]) || !FactPath.TryParse(request.What[0], out var path) || FactSources.Catalogue.Resolve(path) is not { } reference)
        {
            return false;
        }

        FactPage.Write(sheet, reference, request.Hosts);
        return true;
    }

    private static void Document(Sheet sheet, ExplainRequest request)
    {
        var name = request.What[0];
        if (File.Exists(name) || Directory.Exists(name) || ShippedDocuments.FileOf(name) is not null)
        {
            Policies(sheet, request, name);
            return;
        }

        var slash = name.LastIndexOf('/');
        var (policy, rule) = slash > 0 ? (name[..slash], name[(slash + 1)..]) : ExplainNames.PolicyOf(name) is { } found ? (found, name) : throw ExplainNames.Unknown(name);
        Rule(sheet, request, policy, rule);
    }

    private static void Policies(Sheet sheet, ExplainRequest request, string name)
    {
        var run = Compose(request, name);
        var isFirst = true;
        foreach (var plan in run.Plans)
        {
            if (!isFirst)
            {
                sheet.Blank();
            }

            isFirst = false;
            PolicyPage.Write(sheet, plan);
        }

        Judge(sheet, request, run, rule: null);
    }

    private static void Rule(Sheet sheet, ExplainRequest request, string policy, string id)
    {
        if (!File.Exists(policy) && ShippedDocuments.FileOf(policy) is null)
        {
            throw ExplainNames.Unknown(request.What.Count == 2 ? policy : request.What[0]);
        }

        var run = Compose(request, policy);
        var plan = run.Plans.FirstOrDefault(plan => plan.Policy.Rules.Any(rule => rule.Id == id))
            ?? throw ExplainNames.UnknownRule(policy, id, run.Plans.SelectMany(plan => plan.Policy.Rules).Select(rule => rule.Id));
        RulePage.Write(sheet, plan, plan.Policy.Rules.First(rule => rule.Id == id));
        Judge(sheet, request, run, id);
    }

    private static PolicyRun Compose(ExplainRequest request, string policy)
    {
        var inputs = new PolicyInputs();
        return inputs.Compose(inputs.Load([policy]), request.Choices);
    }

    // Of a whole policy, the rules that pass or do not apply need no explanation.
    private static void Judge(Sheet sheet, ExplainRequest request, PolicyRun run, string? rule)
    {
        var hosts = request.Hosts?.Read(run.Slots).Select(host => host.Reading).OfType<ReadFacts>().Select(read => run.Judge(read.Facts)) ?? [];
        foreach (var host in hosts)
        {
            foreach (var (plan, finding) in run.Plans.Zip(host.Policies).SelectMany(pair => pair.Second.Findings.Where(finding => IsWanted(finding, rule)).Select(finding => (pair.First, finding))))
            {
                if (rule is null)
                {
                    sheet.Blank();
                    RulePage.Head(sheet, plan, finding.Rule);
                }

                VerdictPage.Write(sheet, plan, host.Origin.Host, finding);
            }
        }
    }

    private static bool IsWanted(Finding finding, string? rule) =>
        rule is null ? finding.Verdict is not (Verdict.Pass or Verdict.NotApplicable) : finding.Rule.Id == rule;
}
