using Policy.Collection.Doors.Files;
using Policy.Collection.Doors.Programs;
using Policy.Collection.Doors.Recordings;
using Policy.Collection.Native;
using Policy.Core.Facts;

namespace Policy.Collection;

/// <summary>The only door to programs: a fixed table, no shell, a deadline, a cap on the output, the whole process group killed.</summary>
/// <remarks>On a captured root it gives the output recorded under <c>.policy/commands/PROGRAM ARGUMENTS</c>.</remarks>
public sealed class HostCommands
{
    private readonly HostRoot root;

    /// <summary>The programs of the machine that a root stands for.</summary>
    public HostCommands(HostRoot root) => this.root = root;

    /// <summary>The output of a program of <see cref="HostCommand.Everything"/>.</summary>
    /// <returns>Missing if the program is not there, or not recorded; failed with <c>timeout</c> or <c>malformed</c>.</returns>
    /// <exception cref="ArgumentException">The command is not in the table.</exception>
    public Reading<string> Run(HostCommand command)
    {
        if (!HostCommand.Everything.Contains(command))
        {
            throw new ArgumentException($"not in the table: {command}", nameof(command));
        }

        return Ask(command, () => command.Answer == HostCommandAnswer.RecordedOnly
            ? new Failed<string>(UnknownCause.NotCollected, command.ToString(), "never run, only recorded")
            : Start(command));
    }

    /// <summary>What a command of the table prints, where a live host is asked in another way.</summary>
    /// <param name="command">The command.</param>
    /// <param name="live">Asks the live host.</param>
    internal Reading<string> Ask(HostCommand command, Func<Reading<string>> live)
    {
        var place = $"{HostRecording.Commands}/{command}";
        if (root.Journal is { } journal && journal.Answers(Questions.Command, command.ToString()))
        {
            var entry = journal.Find<string>(Questions.Command, command.ToString(), RecordedText.Plain.TryRead);
            return entry is Got<string> got ? root.Text(place).At(got.Source) : entry;
        }

        return !root.IsLive ? root.Text(place) : root.Recording is { } recording ? recording.Command(command, live()) : live();
    }

    private static Reading<string> Start(HostCommand command) => Find(command.Program).Then(path => CommandRun.Run(path, command, CommandLimits.Usual)) switch
    {
        Got<Reading<string>> got => got.Value,
        var reading => reading.Then(_ => string.Empty),
    };

    /// <summary>The file of a program of the live host, as execvp(3) would find it.</summary>
    /// <returns>Denied if it is nowhere, but a folder where it could be must not be searched.</returns>
    internal static Reading<string> Find(string program)
    {
        var denied = string.Empty;
        foreach (var path in CommandRun.Folders().Select(folder => Path.Join(folder, program)))
        {
            var (status, error) = DiskCalls.Status(path);
            if (error == 0 && status.Kind == HostEntryKind.File && DiskCalls.Access(path, FileCalls.MayExecute) == 0)
            {
                return new Got<string>(path, path.TrimStart('/'));
            }

            denied = error is Errno.Denied or Errno.NotPermitted ? path : denied;
        }

        return denied.Length == 0 ? new Missing<string>(program) : new Failed<string>(UnknownCause.Denied, denied.TrimStart('/'));
    }
}
