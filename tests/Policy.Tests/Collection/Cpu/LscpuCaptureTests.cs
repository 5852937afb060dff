using Xunit.Abstractions;

namespace Policy.Tests.Collection.Cpu;

public class LscpuCaptureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("lscpu", "*.expected", ".tar.gz")]
    [InlineData("hwloc", "*.lscpu-2.38.1", ".tar.bz2")]
    public void No_answer_differs_from_the_one_of_lscpu(string folder, string outputs, string archive)
    {
        if (Captures.Folder(folder) is not { } captures)
        {
            output.WriteLine("skipped: no captures");
            return;
        }

        var unknown = new List<string>();
        var wrong = new List<string>();
        var right = 0;

        foreach (var text in Directory.GetFiles(captures, outputs))
        {
            using var capture = new TemporaryFolder();
            capture.Shell($"tar xf '{text[..^(outputs.Length - 1)]}{archive}'");
            var expected = new LscpuText(File.ReadAllText(text)).Expected().Where(item => folder == "lscpu" || item.Fact != "cpu.caches").ToArray();
            right += expected.Length;
            wrong.AddRange(CpuAnswers.Wrong(Directory.GetDirectories(capture.Path).Single(), expected, unknown));
        }

        output.WriteLine($"{right - wrong.Count - unknown.Count} right, {wrong.Count} wrong, {unknown.Count} unknown");
        unknown.ForEach(output.WriteLine);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(unknown.Count, 0, right / 10);
    }
}
