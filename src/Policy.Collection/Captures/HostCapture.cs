using System.Formats.Tar;
using System.IO.Compression;
using Policy.Collection.Doors.Recordings;

namespace Policy.Collection.Captures;

/// <summary>A capture of the live host: what the sources read, packed so that judging it gives what judging the host gave.</summary>
public static class HostCapture
{
    private const UnixFileMode ReadableByAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Collects and packs.</summary>
    /// <param name="demand">What is wanted; another demand finds in the capture only what this one read.</param>
    /// <param name="options">What the user allows.</param>
    /// <returns>A tar archive packed by gzip, without secrets, the same bytes for the same answers; and how many files are in it.</returns>
    public static (byte[] Archive, int Files) Take(Demand demand, HostOptions options)
    {
        var recording = new HostRecording();
        var host = new Host(HostRoot.Live.Recorded(recording), options);
        _ = Collector.Collect(host, demand, FactSources.Everything);
        _ = (host.Name(), host.CollectedAt());
        return (Pack(recording, host.CollectedAt() ?? DateTimeOffset.UnixEpoch), recording.Contents.Count);
    }

    private static byte[] Pack(HostRecording recording, DateTimeOffset time)
    {
        using var archive = new MemoryStream();
        using (var packed = new GZipStream(archive, CompressionLevel.Optimal, leaveOpen: true))
        using (var writer = new TarWriter(packed, TarEntryFormat.Pax))
        {
            Add(writer, Journal.Place, recording.Journal.ToBytes(), time);
            foreach (var (path, content) in recording.Contents)
            {
                Add(writer, path, CaptureContent.WithoutSecrets(path, content), time);
            }
        }

        return archive.ToArray();
    }

    private static void Add(TarWriter writer, string path, byte[] content, DateTimeOffset time)
    {
        using var data = new MemoryStream(content);
        writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = data, Mode = ReadableByAll, ModificationTime = time });
    }
}
