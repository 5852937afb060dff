using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Policy.Benchmarks;

/// <summary>What the tool costs when it checks generated policies: CPU and peak memory, as the kernel counts them.</summary>
internal static class LintCost
{
    private static readonly int[] Sizes = [500, 5_000, 50_000];

    /// <summary>Prints a line for each size.</summary>
    /// <param name="tool">The program to measure.</param>
    public static void Print(string tool)
    {
        Console.WriteLine("rules      size    CPU      peak memory");
        foreach (var rules in Sizes)
        {
            var file = Path.Join(Path.GetTempPath(), $"policy-lint-{rules}.yaml");
            File.WriteAllText(file, Generated(rules));
            var (cpu, memory) = Measure(tool, file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rules,-8} {new FileInfo(file).Length / 1e6,5:0.0} MB  {cpu,5:0.00} s  {memory / 1024,6} MB"));
            File.Delete(file);
        }
    }

    // Looks at the process while it runs: afterwards the kernel has forgotten its peak.
    private static (double Seconds, long Kibibytes) Measure(string tool, string file)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, ["lint", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (cpu, memory) = (0.0, 0L);
        while (!process.WaitForExit(2))
        {
            try
            {
                cpu = process.TotalProcessorTime.TotalSeconds;
                var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(text => text.StartsWith("VmHWM", StringComparison.Ordinal));
                memory = line is null ? memory : long.Parse(line.Split(':')[1].Replace("kB", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
            }
            catch (Exception ended) when (ended is IOException or InvalidOperationException)
            {
                // It ended between two looks.
            }
        }

        return process.ExitCode == 0 ? (cpu, memory) : throw new InvalidOperationException(process.StandardError.ReadToEnd());
    }

    private static string Generated(int rules)
    {
        var text = new StringBuilder("policy: generated\nversion: 1.0.0\ntitle: Generated\nparameters:\n  least: { type: size, default: 4 GiB }\ndefine:\n  linux: { os.family: linux }\nrules:\n");
        for (var rule = 0; rule < rules; rule++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - id: rule-{{rule}}
                    title: Rule number {{rule}} holds
                    severity: medium
                    applies: { use: linux }
                    require:
                      any:
                        - memory.total: { at_least: { parameter: least } }
                        - package(docker-{{rule}}).version: { at_least: 20.{{rule}} }
                    why: Because of the reason with the number {{rule}}.
                    fix: { effort: configuration, text: Do something about it. }

                """);
        }

        return text.ToString();
    }
}
