using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Policy.Authoring;
using Policy.Core.Facts;
using Policy.Core.Findings;
using Policy.Core.Rules;

namespace Policy.Benchmarks;

/// <summary>What judging a fact document costs beside reading its JSON with the bare reader, which is the baseline.</summary>
[MemoryDiagnoser]
public class JudgeBenchmark
{
    private byte[] policy = [];
    private byte[] facts = [];
    private PolicyRun run = null!;

    /// <summary>How many rules the policy has.</summary>
    [Params(10, 200)]
    public int Rules { get; set; }

    /// <summary>Makes the policy and the facts.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var text = new StringBuilder("policy: bench\nversion: 1.0.0\ntitle: Bench\nfacts:\n  t.flags: { type: list, describe: f, of: { type: string } }\n");
        var values = new StringBuilder();
        for (var index = 0; index < Rules; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  t.n{index}: {{ type: number, describe: n }}\n");
            values.Append(CultureInfo.InvariantCulture, $"\"n{index}\": {index}, ");
        }

        text.Append("rules:\n");
        for (var index = 0; index < Rules; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: r{index}, title: R, severity: high, require: {{ t.n{index}: {{ at_least: 5 }}, t.flags: {{ contains: f{index} }} }} }}\n");
        }

        var flags = string.Join(", ", Enumerable.Range(0, 100).Select(index => $"\"f{index}\""));
        policy = Encoding.UTF8.GetBytes(text.ToString());
        facts = Encoding.UTF8.GetBytes($$"""{ "format": 1, "host": "h", "facts": { "t": { {{values}} "flags": [{{flags}}] } } }""");
        run = Load();
    }

    /// <summary>The bare reader over all bytes.</summary>
    [Benchmark(Baseline = true)]
    public int ReadJson()
    {
        var reader = new Utf8JsonReader(facts);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    /// <summary>Reading the facts and judging them, with explanations.</summary>
    [Benchmark]
    public HostFindings Judge() => run.Judge(((ReadFacts)FactDocumentReader.Read(facts, run.Slots)).Facts);

    /// <summary>Reading, checking and compiling the policy.</summary>
    [Benchmark]
    public PolicyRun Load()
    {
        var document = DocumentLoader.Load("bench.yaml", policy, FactCatalogue.Empty).Value!;
        return Composition.Compose([document], _ => (AuthoredDocument?)null, []).Value!;
    }
}
