using System.Buffers;
using System.Globalization;
using Policy.Collection.Doors.Files;

namespace Policy.Collection.Doors.Recordings;

/// <summary>Files as a journal says that they were: what was not asked is not known, and what was missing was missing.</summary>
/// <param name="files">The captured contents.</param>
/// <param name="journal">What was asked and answered.</param>
internal sealed class ReplayedFiles(IHostFiles files, Journal journal) : IHostFiles
{
    private const string OwnFolder = ".policy/";

    /// <inheritdoc/>
    public Reading<byte[]> Bytes(string path, int most) => path.StartsWith(OwnFolder, StringComparison.Ordinal) || !journal.Answers(Questions.Content, path)
        ? files.Bytes(path, most)
        : journal.Find(Questions.Content, path, RecordedText.Plain.TryRead) is Got<string> ? files.Bytes(path, most)
        : journal.Find<byte[]>(Questions.Content, path, TryReadBytes);

    /// <inheritdoc/>
    public Reading<string[]> Names(string path) => !journal.Answers(Questions.Names, path) ? files.Names(path) : journal.Find<string[]>(Questions.Names, path, (text, out names) =>
    {
        names = text.Length == 0 ? [] : text.Split('/');
        return true;
    });

    /// <inheritdoc/>
    public Reading<HostEntry> Entry(string path) => !journal.Answers(Questions.Entry, path) ? files.Entry(path) : journal.Find<HostEntry>(Questions.Entry, path, TryRead);

    /// <inheritdoc/>
    public Reading<string> Link(string path) => !journal.Answers(Questions.Link, path) ? files.Link(path) : journal.Find(Questions.Link, path, RecordedText.Plain.TryRead);

    /// <inheritdoc/>
    public Reading<string> Target(string path) => !journal.Answers(Questions.Target, path) ? files.Target(path) : journal.Find(Questions.Target, path, RecordedText.Plain.TryRead);

    /// <inheritdoc/>
    public Reading<byte[]> Attribute(string path, string name) =>
        !journal.Answers(Questions.Attribute, $"{path} {name}") ? files.Attribute(path, name) : journal.Find<byte[]>(Questions.Attribute, $"{path} {name}", TryReadBytes);

    private static bool TryReadBytes(string text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out var length) == OperationStatus.Done && length == bytes.Length;
    }

    private static bool TryRead(string text, out HostEntry entry)
    {
        var fields = text.Split(' ');
        var numbers = fields.Skip(1).Select(field => long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        var isSound = Enum.TryParse<HostEntryKind>(fields[0], out var kind) && Enum.IsDefined(kind)
            && numbers is [>= 0 and <= 0xfff, >= 0, >= 0, >= 0, >= 0 and <= int.MaxValue, >= 0 and <= int.MaxValue];
        entry = isSound
            ? new HostEntry(kind, (int)numbers[0], new HostOwner(numbers[1], numbers[2]), numbers[3], new DeviceNumber((int)numbers[4], (int)numbers[5]))
            : new HostEntry(HostEntryKind.File, 0, default, 0, default);
        return isSound;
    }
}
