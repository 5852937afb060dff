using System.Diagnostics;
using System.Globalization;
using System.Text;
using Policy.Authoring;
using Policy.Collection;

namespace Policy.Tests.Cli;

public sealed class LintCostTests
{
    [Fact]
    public void Ten_times_the_rules_take_about_ten_times_the_time_and_memory()
    {
        var (small, large) = (Policy(1_000), Policy(10_000));
        Cost(small);

        // The best of some in turns, because other programs run beside; what grows with the square takes a hundred times as long.
        var costs = Enumerable.Range(0, 5).Select(_ => (Small: Cost(small), Large: Cost(large))).ToList();
        var (less, more) = (Best(costs.Select(cost => cost.Small)), Best(costs.Select(cost => cost.Large)));

        Assert.InRange(more.Time / less.Time, 0, 40);
        Assert.InRange(more.Bytes / less.Bytes, 0, 15);
    }

    private static (double Time, double Bytes) Best(IEnumerable<(double Time, double Bytes)> costs) => costs.Aggregate((left, right) => (Math.Min(left.Time, right.Time), Math.Min(left.Bytes, right.Bytes)));

    private static (double Time, double Bytes) Cost(byte[] policy)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var loaded = DocumentLoader.Load("p.yaml", policy, FactSources.Catalogue);

        Assert.Empty(loaded.Diagnostics);
        return (clock.Elapsed.TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static byte[] Policy(int rules)
    {
        var text = new StringBuilder("policy: p\nversion: 1.0.0\ntitle: t\ndefine:\n  linux: { os.family: linux }\nrules:\n");
        for (var index = 0; index < rules; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                  - id: rule-{index}
                    title: Rule {index} holds
                    severity: medium
                    applies: {"{"} use: linux {"}"}
                    require: {"{"} package(docker-{index}).version: {"{"} at_least: 20.{index} {"}"}, cpu.flags: {"{"} contains_any: [vmx, f{index}] {"}"} {"}"}
                    needs: [rule-{Math.Max(0, index - 1)}]

                """);
        }

        return Encoding.UTF8.GetBytes(text.Replace("needs: [rule-0]\n", "needs: []\n", 0, Math.Min(text.Length, 400)).ToString());
    }
}
