using System.Globalization;
using Policy.Collection.Doors.Files;

namespace Policy.Collection.Doors.Recordings;

/// <summary>Files whose every answer is written down.</summary>
/// <param name="files">The files.</param>
/// <param name="recording">Where the answers go.</param>
internal sealed class RecordingFiles(IHostFiles files, HostRecording recording) : IHostFiles
{
    /// <inheritdoc/>
    public Reading<byte[]> Bytes(string path, int most) => recording.Content(path, files.Bytes(path, most));

    /// <inheritdoc/>
    public Reading<string[]> Names(string path) =>
        recording.Journal.Note(Questions.Names, path, files.Names(path), names => string.Join('/', names));

    /// <inheritdoc/>
    public Reading<HostEntry> Entry(string path) => recording.Journal.Note(Questions.Entry, path, files.Entry(path), Write);

    /// <inheritdoc/>
    public Reading<string> Link(string path) => recording.Journal.Note(Questions.Link, path, files.Link(path), target => target);

    /// <inheritdoc/>
    public Reading<string> Target(string path) => recording.Journal.Note(Questions.Target, path, files.Target(path), target => target);

    /// <inheritdoc/>
    public Reading<byte[]> Attribute(string path, string name) =>
        recording.Journal.Note(Questions.Attribute, $"{path} {name}", files.Attribute(path, name), Convert.ToHexStringLower);

    private static string Write(HostEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{entry.Kind} {entry.Mode} {entry.Owner.User} {entry.Owner.Group} {entry.Size} {entry.Device.Major} {entry.Device.Minor}");
}
