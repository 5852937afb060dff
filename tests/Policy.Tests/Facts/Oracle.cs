using System.Diagnostics;
using System.Globalization;
using Policy.Core.Facts;
using Policy.Core.Facts.Versions;

namespace Policy.Tests.Facts;

/// <summary>Another program that knows the answer.</summary>
internal static class Oracle
{
    /// <summary>Whether the test must be left out because the program is not there; says so.</summary>
    public static bool IsMissing(string program, bool isNeeded)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        if (folders.Any(folder => File.Exists(Path.Join(folder, program))))
        {
            return false;
        }

        Assert.False(isNeeded && Environment.GetEnvironmentVariable("CI") == "true", $"{program} is not installed");
        Console.WriteLine($"skipped: {program} is not installed");
        return true;
    }

    /// <summary>The lines that a program writes when it is given lines.</summary>
    public static string[] Ask(string program, string[] arguments, IEnumerable<string> lines)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var answer = process.StandardOutput.ReadToEndAsync();
        foreach (var line in lines)
        {
            process.StandardInput.WriteLine(line);
        }

        process.StandardInput.Close();
        process.WaitForExit();
        return answer.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Fails with the first pair on which the program and the scheme disagree.</summary>
    public static void AssertAgreement(VersionScheme scheme, List<(string Left, string Right)> pairs, string[] signs)
    {
        Assert.Equal(pairs.Count, signs.Length);
        var wrong = pairs.Zip(signs)
            .Where(item => Math.Sign(VersionOrder.Compare(scheme, item.First.Left, item.First.Right)) != Math.Sign(int.Parse(item.Second, CultureInfo.InvariantCulture)))
            .Select(item => $"{item.First.Left} {item.First.Right} expected {item.Second}");
        Assert.Empty(wrong.Take(20));
    }
}
