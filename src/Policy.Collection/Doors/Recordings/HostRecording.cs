using System.Text;

namespace Policy.Collection.Doors.Recordings;

/// <summary>What a collection got from a live host: answers and contents, until a capture is written of them.</summary>
internal sealed class HostRecording
{
    private readonly SortedDictionary<string, byte[]> contents = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>The folder of recorded outputs of programs.</summary>
    internal const string Commands = ".policy/commands";

    /// <summary>The answers.</summary>
    internal Journal Journal { get; } = new();

    /// <summary>Files by the path under which they were asked for, in ordinal order.</summary>
    internal IReadOnlyList<KeyValuePair<string, byte[]>> Contents
    {
        get
        {
            lock (gate)
            {
                return [.. contents];
            }
        }
    }

    /// <summary>Keeps the content of a file.</summary>
    internal Reading<byte[]> Content(string path, Reading<byte[]> content)
    {
        Keep(path, content.Content);
        return Journal.Note(Questions.Content, path, content, _ => string.Empty);
    }

    /// <summary>Keeps the output of a program.</summary>
    internal Reading<string> Command(HostCommand command, Reading<string> output)
    {
        Keep($"{Commands}/{command}", output.Content is { } text ? Encoding.UTF8.GetBytes(text) : null);
        return Journal.Note(Questions.Command, command.ToString(), output, _ => string.Empty);
    }

    private void Keep(string path, byte[]? content)
    {
        lock (gate)
        {
            _ = content is not null && contents.TryAdd(path, content);
        }
    }
}
