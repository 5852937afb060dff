using System.IO.Compression;
using System.Text.Json;
using Xunit.Abstractions;

namespace Policy.Tests.Collection.Cpu;

public class CpuidCaptureTests(ITestOutputHelper output)
{
    private static readonly (string Fact, string Flag)[] Flags = [("sgx.cpu", "sgx"), ("cpu.cpuid_virtualization", "vmx"), ("cpu.cpuid_virtualization", "svm")];

    [Fact]
    public void The_registers_of_real_processors_say_what_libcpuid_reads_in_them()
    {
        if (Captures.Folder("cpuid") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        using var text = new GZipStream(File.OpenRead(Path.Join(folder, "index.json.gz")), CompressionMode.Decompress);
        using var index = JsonDocument.Parse(text);
        var compared = 0;
        var wrong = new List<string>();
        foreach (var item in index.RootElement.EnumerateObject().Where(item => File.Exists(Path.Join(folder, item.Name)) && !IsUndecoded(item.Name)))
        {
            if (CpuidDump.Read(Path.Join(folder, item.Name)) is { } dump)
            {
                compared++;
                wrong.AddRange(Wrong(item, dump));
            }
        }

        output.WriteLine($"{compared} compared");
        Assert.Empty(wrong);
        Assert.True(compared > 0);
    }

    [Fact]
    public void Real_processors_have_as_many_keys_as_their_registers_say()
    {
        if (Captures.Folder("cpuid") is not { } folder)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        string[] facts = ["sev.cpu", "sev.cpu_es", "sev.cpu_snp", "sev.asids", "sev.es_asids"];
        (string File, string Answer)[] known =
        [
            ("amd__zen2__amd-ryzen-threadripper-pro-3955wx-16-cores.test.gz", "true true false 509 0"),
            ("amd__zen3+__amd-ryzen-7-7735hs-with-radeon-graphics.test.gz", "true true false 0 0"),
            ("amd__zen4__amd-ryzen-9-7940h-with-radeon-780m-graphics.test.gz", "false false false 0 0"),
            ("intel__x86-64__skylake__intel-core-i7-9750h-cpu.test.gz", "false false false 0 0"),
        ];
        foreach (var (file, answer) in known)
        {
            using var host = new ForgedHost().With(".policy/cpuid", CpuidDump.Read(Path.Join(folder, file))!);
            Assert.Equal((file, answer), (file, string.Join(' ', facts.Select(fact => Observed.Text(host.Look(fact))))));
        }
    }

    // libcpuid reads these vendors' registers in part.
    private static bool IsUndecoded(string name) => name.StartsWith("via", StringComparison.Ordinal) || name.StartsWith("zhaoxin", StringComparison.Ordinal);

    private static IEnumerable<string> Wrong(JsonProperty item, string dump)
    {
        using var host = new ForgedHost().With(".policy/cpuid", dump);
        var flags = item.Value.GetProperty("expected")[0].GetProperty("flags").GetString()!.Split(' ');
        foreach (var (fact, flag) in Flags)
        {
            var answer = Observed.Text(host.Look(fact));
            if ((answer == "true" || answer == flag) != flags.Contains(flag))
            {
                yield return $"{item.Name}: {fact} {answer}, {flag}";
            }
        }
    }
}
