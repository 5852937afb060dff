using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Policy.Benchmarks;

/// <summary>What trying the mutants of a large policy costs: 200 rules, 400 cases.</summary>
internal static class MutationCost
{
    private const int Rules = 200;

    /// <summary>Prints the CPU of the tests alone, and with mutants.</summary>
    /// <param name="tool">The program to measure.</param>
    public static void Print(string tool)
    {
        var folder = Directory.CreateTempSubdirectory("policy-mutants-");
        File.WriteAllText(Path.Join(folder.FullName, "many.yaml"), Policy());
        File.WriteAllText(Path.Join(folder.FullName, "many.test.yaml"), Tests());
        File.WriteAllText(Path.Join(folder.FullName, "base.json"), """{ "format": 1, "host": "base", "facts": { "os": { "family": "linux" }, "package": { "*": null } } }""");
        var alone = Measure(tool, folder.FullName, "test", "many.yaml", "-f", "tap");
        var mutated = Measure(tool, folder.FullName, "test", "many.yaml", "-f", "tap", "--mutate");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Rules} rules, {2 * Rules} cases: {alone:0.00} s of CPU; with mutants {mutated:0.00} s, {mutated / alone:0.0} times as much"));
        folder.Delete(recursive: true);
    }

    private static double Measure(string tool, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" \"$@\" > out.txt 2> err.txt; times", tool, .. arguments]) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var words = process.StandardOutput.ReadToEnd().Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Console.Write(File.ReadAllText(Path.Join(folder, "err.txt")));
        return words.TakeLast(2).Sum(Seconds);
    }

    // As the shell writes them: 0m1.23s.
    private static double Seconds(string text) =>
        (double.Parse(text.Split('m')[0], CultureInfo.InvariantCulture) * 60) + double.Parse(text.Split('m')[1].TrimEnd('s'), CultureInfo.InvariantCulture);

    private static string Policy()
    {
        var text = new StringBuilder("policy: many\nversion: 1.0.0\ntitle: Many\ndefine:\n  linux: { os.family: linux }\nrules:\n");
        for (var rule = 0; rule < Rules; rule++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""
                  - id: rule-{{rule}}
                    title: Rule number {{rule}} holds
                    severity: medium
                    applies: { use: linux }
                    require:
                      any:
                        - memory.total: { at_least: {{rule + 1}} GiB }
                        - package(docker-{{rule}}).version: { at_least: 20.{{rule}} }

                """);
        }

        return text.ToString();
    }

    private static string Tests()
    {
        var (hosts, cases) = (new StringBuilder("hosts:\n  base: { from: base.json }\n"), new StringBuilder("cases:\n"));
        for (var rule = 0; rule < Rules; rule++)
        {
            hosts.Append(CultureInfo.InvariantCulture, $"  at-{rule}: {{ based_on: base, set: {{ memory.total: {rule + 1} GiB }} }}\n  below-{rule}: {{ based_on: base, set: {{ memory.total: {((rule + 1) * 1024L * 1024 * 1024) - 1} B }} }}\n");
            cases.Append(CultureInfo.InvariantCulture, $"  - {{ host: at-{rule}, expect: {{ rule-{rule}: pass }} }}\n  - {{ host: below-{rule}, expect: {{ rule-{rule}: fail }} }}\n");
        }

        return $"tests: many\n{hosts}{cases}";
    }
}
