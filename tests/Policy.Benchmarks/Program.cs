using BenchmarkDotNet.Running;
using Policy.Benchmarks;

if (args is ["lint", .. var tool])
{
    LintCost.Print(tool.FirstOrDefault() ?? Path.Join(AppContext.BaseDirectory, "policy"));
}
else if (args is ["mutate", .. var mutating])
{
    MutationCost.Print(mutating.FirstOrDefault() ?? Path.Join(AppContext.BaseDirectory, "policy"));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(JudgeBenchmark).Assembly).Run(args);
}
