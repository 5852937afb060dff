using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit.Sdk;

namespace Policy.Tests.Snapshots;

/// <summary>Compares what people read with a file that was reviewed like code.</summary>
/// <remarks>
/// The file is <c>Snapshots/{TestClass}.{Method}.verified.{extension}</c> beside the test. A difference leaves <c>.received.</c> next to it and fails.
/// With the variable POLICY_ACCEPT=1, and never where CI is set, what was received becomes the verified file.
/// </remarks>
internal static class Snapshot
{
    /// <summary>Compares a text with the verified one; line ends do not count.</summary>
    /// <param name="text">What the test made.</param>
    /// <param name="extension">The ending of the file, without a dot.</param>
    /// <param name="testFile">The file of the test.</param>
    /// <param name="testMethod">The method of the test.</param>
    public static void Verify(string text, string extension, [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "") =>
        Compare(text, extension, Path.Join(Path.GetDirectoryName(testFile), "Snapshots", $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}"));

    /// <summary>The same with a file of one's own choice.</summary>
    /// <param name="text">What the test made.</param>
    /// <param name="extension">The ending of the file, without a dot.</param>
    /// <param name="stem">The path without <c>.verified</c> and the ending.</param>
    /// <param name="mayAccept">Whether the variable counts.</param>
    public static void Compare(string text, string extension, string stem, bool mayAccept = true)
    {
        var (verified, received) = ($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
        var actual = text.ReplaceLineEndings("\n");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        Directory.CreateDirectory(Path.GetDirectoryName(stem)!);
        File.Delete(received);
        if (expected == actual)
        {
            return;
        }

        var isAccepted = mayAccept && Environment.GetEnvironmentVariable("POLICY_ACCEPT") == "1" && Environment.GetEnvironmentVariable("CI") is null or "";
        File.WriteAllText(isAccepted ? verified : received, actual);
        if (!isAccepted)
        {
            throw new XunitException(expected is null ? $"no snapshot {verified}\naccept it with POLICY_ACCEPT=1" : Difference(expected, actual, received));
        }
    }

    private static string Difference(string expected, string actual, string received)
    {
        var (wanted, had) = (expected.Split('\n'), actual.Split('\n'));
        var line = wanted.Zip(had).TakeWhile(pair => pair.First == pair.Second).Count();
        var message = new StringBuilder();
        message.AppendLine(CultureInfo.InvariantCulture, $"the snapshot differs from line {line + 1} on; compare with {received}");
        foreach (var index in Enumerable.Range(Math.Max(0, line - 2), Math.Min(line, 2)))
        {
            message.AppendLine(CultureInfo.InvariantCulture, $"    {wanted[index]}");
        }

        message.AppendLine(CultureInfo.InvariantCulture, $"  - {(line < wanted.Length ? wanted[line] : "(end)")}");
        message.AppendLine(CultureInfo.InvariantCulture, $"  + {(line < had.Length ? had[line] : "(end)")}");
        return message.ToString();
    }
}
