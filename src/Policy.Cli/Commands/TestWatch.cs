using Policy.Cli.Inputs;
using Policy.Cli.Outputs;

namespace Policy.Cli.Commands;

/// <summary>Runs tests again whenever a file beside them changes.</summary>
/// <remarks>Folders are looked at in turn, because notices of the system get lost on network and container file systems.</remarks>
internal static class TestWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs until the process is interrupted; complaints about documents do not end it.</summary>
    public static int Run(TestRequest request, Func<TestRequest, SuiteInputs, int> once)
    {
        while (true)
        {
            var inputs = new SuiteInputs();
            try
            {
                once(request, inputs);
            }
            catch (CommandFailure failure) when (failure.ExitCode is ExitCode.BadData or ExitCode.NoInput)
            {
                Console.Error.Write(failure.Message.Length == 0 ? string.Empty : $"policy: {failure.Message}\n");
            }

            var folders = Folders(request, inputs);
            var before = State(folders);
            StandardOutput.WriteLine("watching for changes; Ctrl-C ends it");
            while (State(folders) == before && !IsOutdated(inputs))
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private static List<string> Folders(TestRequest request, SuiteInputs inputs) =>
        [.. inputs.Texts.Keys.Concat(request.Names).Select(name => Directory.Exists(name) ? Path.GetFullPath(name) : Path.GetDirectoryName(Path.GetFullPath(name))!).Where(Directory.Exists).Distinct(StringComparer.Ordinal)];

    // Somebody may have saved a file after it was read and before the folders were looked at.
    private static bool IsOutdated(SuiteInputs inputs) => inputs.Texts.Any(text => File.Exists(text.Key) && !File.ReadAllBytes(text.Key).AsSpan().SequenceEqual(text.Value));

    // The names, times and sizes of the files beside the tests, as one number.
    private static int State(List<string> folders)
    {
        var state = new HashCode();
        var options = new EnumerationOptions { IgnoreInaccessible = true, RecurseSubdirectories = true, MaxRecursionDepth = 8 };
        foreach (var file in folders.SelectMany(folder => new DirectoryInfo(folder).EnumerateFiles("*", options)).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            state.Add(file.FullName);
            state.Add(file.LastWriteTimeUtc);
            state.Add(file.Exists ? file.Length : 0);
        }

        return state.ToHashCode();
    }
}
