using System.Buffers;
using System.Diagnostics;
using System.Text;
using Policy.Collection.Doors.Machine;
using Policy.Core.Facts;

namespace Policy.Collection.Doors.Programs;

/// <summary>Runs a program of the live host to its end, its deadline or its last allowed byte.</summary>
internal static class CommandRun
{
    private const int ChunkSize = 4096;
    private const string UsualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Between two looks whether the program has ended while another one keeps the pipe open.</summary>
    private const int MillisecondsOfLook = 10;

    /// <summary>What it answered.</summary>
    /// <param name="path">The absolute path of its file.</param>
    /// <param name="command">Its arguments and where it answers.</param>
    /// <param name="limits">What it may cost.</param>
    /// <returns>Failed with <c>timeout</c>, or with <c>malformed</c> if it answers too much, or nothing and not success.</returns>
    internal static Reading<string> Run(string path, HostCommand command, CommandLimits limits)
    {
        string[] words = [command.Program, .. command.Arguments];
        var (child, error) = ChildStart.Start(path, words, Variables(), command.Answer == HostCommandAnswer.OutputAndErrors);
        if (child is null)
        {
            return new Failed<string>(SystemError.Cause(error), command.ToString(), Native.Errno.Name(error));
        }

        using (child)
        {
            return Read(child, command.ToString(), limits);
        }
    }

    /// <summary>The folders where programs are looked up: the absolute ones of PATH.</summary>
    internal static string[] Folders() => [.. (Environment.GetEnvironmentVariable("PATH") ?? UsualPath).Split(':').Where(folder => folder.StartsWith('/'))];

    // HOME is for the version managers of languages; the last two keep theirs from fetching what is not there.
    private static string[] Variables() =>
    [
        "LC_ALL=C",
        $"PATH={string.Join(':', Folders())}",
        $"HOME={Environment.GetEnvironmentVariable("HOME") ?? "/"}",
        "GOTOOLCHAIN=local",
        "RUSTUP_AUTO_INSTALL=0",
    ];

    private static Reading<string> Read(ChildProcess child, string source, CommandLimits limits)
    {
        var clock = Stopwatch.StartNew();
        var answer = new ArrayBufferWriter<byte>();
        var isOpen = true;
        while (answer.WrittenCount <= limits.MostBytes && clock.Elapsed < limits.Deadline)
        {
            // Asked before the pipe: what the program wrote before its end is then still read.
            var hasEnded = child.HasEnded();
            if (isOpen && child.CanRead(hasEnded ? 0 : MillisecondsOfLook))
            {
                isOpen = Take(child, answer);
            }
            else if (hasEnded)
            {
                return Answer(child, answer, source);
            }
            else if (!isOpen)
            {
                Thread.Sleep(1);
            }
        }

        return answer.WrittenCount > limits.MostBytes
            ? new Failed<string>(UnknownCause.Malformed, source, $"more than {limits.MostBytes} bytes")
            : new Failed<string>(UnknownCause.Timeout, source, $"no end within {limits.Deadline.TotalSeconds} s");
    }

    private static bool Take(ChildProcess child, ArrayBufferWriter<byte> answer)
    {
        var count = child.Read(answer.GetSpan(ChunkSize));
        answer.Advance(count);
        return count > 0;
    }

    private static Reading<string> Answer(ChildProcess child, ArrayBufferWriter<byte> answer, string source) =>
        answer.WrittenCount == 0 && !child.End.IsSuccess
            ? new Failed<string>(UnknownCause.Malformed, source, child.End.ToString())
            : new Got<string>(Encoding.UTF8.GetString(answer.WrittenSpan), source);
}
