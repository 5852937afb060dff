using BenchmarkDotNet.Running;
using Policy.Benchmarks;

if (args is ["lint", .. var tool])
{
    LintCost.Print(tool.FirstOrDefault() ?? Path.Join(AppContext.BaseDirectory, "policy"));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(JudgeBenchmark).Assembly).Run(args);
}
