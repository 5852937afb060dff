using System.Globalization;
using Policy.Core.Facts;

namespace Policy.Tests.Collection.Cpu;

/// <summary>What the sources say of a captured host, in the words of <see cref="LscpuText"/>.</summary>
internal static class CpuAnswers
{
    /// <summary>The answers that are neither the expected ones nor unknown.</summary>
    /// <param name="root">The captured host.</param>
    /// <param name="expected">The facts and what they must be.</param>
    /// <param name="unknown">Takes the facts that are unknown although something is expected.</param>
    public static List<string> Wrong(string root, IEnumerable<(string Fact, string Expected)> expected, ICollection<string> unknown)
    {
        var wrong = new List<string>();
        foreach (var (fact, text) in expected)
        {
            var answer = Text(fact, Observed.Look(root, fact));
            if (answer != text)
            {
                (answer.StartsWith("unknown", StringComparison.Ordinal) ? unknown : wrong).Add($"{Path.GetFileName(root)} {fact}: {answer}, expected {text}");
            }
        }

        return wrong;
    }

    /// <summary>A text without the colons that lscpu turns into semicolons or leaves out.</summary>
    public static string WithoutMarks(string text) => string.Concat(text.Where(letter => letter is not (':' or ';')));

    private static string Text(string fact, Observation observation) => (fact, observation) switch
    {
        ("cpu.flags", Present { Value: ListValue flags }) => string.Join(' ', flags.Items.Select(Observed.Text).Order(StringComparer.Ordinal)),
        ("cpu.model_name", Present { Value: StringValue name }) => string.Join(" + ", name.Value.Split(" + ").Order(StringComparer.Ordinal)),
        ("cpu.caches", Present { Value: ListValue caches }) when caches.Items.Any(item => Field(item, "total") is Unknown) => "unknown size",
        ("cpu.caches", Present { Value: ListValue caches }) => string.Join(", ", caches.Items.Select(item => $"{Show(item, "name")}: {Size(item)} ({Show(item, "instances")} instance")),
        ("cpu.vulnerabilities", Present { Value: ListValue list }) => string.Join(", ", list.Items.Select(item => WithoutMarks(Show(item, "status"))).Order(StringComparer.Ordinal)),
        (_, Present { Value: RecordValue }) => Show(observation, "cpus"),
        _ => Observed.Text(observation),
    };

    // As lscpu rounds it: 1.3 MiB.
    private static string Size(Observation cache)
    {
        var kibibytes = decimal.Parse(Show(cache, "total"), CultureInfo.InvariantCulture) / 1024;
        var (number, unit) = kibibytes < 1024 ? (kibibytes, "KiB") : (kibibytes / 1024, "MiB");
        return $"{Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture)} {unit}";
    }

    private static Observation Field(Observation record, string name) => ((RecordValue)((Present)record).Value).Fields.Find(name)!;

    private static string Show(Observation record, string name) => Observed.Text(Field(record, name));
}
