using Spectre.Console;

namespace Policy.Cli.Terminal;

/// <summary>A spinner on standard error for work that takes long enough to be noticed; none off a terminal.</summary>
internal static class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Does the work.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; its exceptions come out unchanged.</param>
    public static T While<T>(string title, Func<T> work)
    {
        if (Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") is null or "dumb")
        {
            return work();
        }

        var task = Task.Run(work);
        if (!((IAsyncResult)task).AsyncWaitHandle.WaitOne(Patience))
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            console.Status().Spinner(Spinner.Known.Line).Start(title, _ => ((IAsyncResult)task).AsyncWaitHandle.WaitOne());
        }

        return task.GetAwaiter().GetResult();
    }
}
