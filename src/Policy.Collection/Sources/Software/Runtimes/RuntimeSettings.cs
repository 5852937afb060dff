using System.Text.Json;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>What the configuration files of runtimes choose: absent where they choose nothing, so that the runtime itself does.</summary>
internal static class RuntimeSettings
{
    /// <summary>Every file that is read, as the catalogue names them.</summary>
    public static readonly string[] Places =
    [
        DockerFile, ContainerdFile, "usr/share/containers/storage.conf", "etc/containers/storage.conf", "usr/share/containers/containers.conf",
        "etc/containers/containers.conf", "etc/containers/containers.conf.d", "etc/crio/crio.conf", "etc/crio/crio.conf.d",
    ];

    private const string DockerFile = "etc/docker/daemon.json";
    private const string ContainerdFile = "etc/containerd/config.toml";
    private const string CgroupOption = "native.cgroupdriver=";

    /// <summary>Docker's storage driver.</summary>
    public static Observation DockerStorage(HostRoot root) => OfDocker(root, settings =>
        settings.TryGetProperty("storage-driver", out var driver) && driver.ValueKind == JsonValueKind.String ? driver.GetString() : null);

    /// <summary>Docker's driver of control groups.</summary>
    public static Observation DockerCgroups(HostRoot root) => OfDocker(root, settings =>
        settings.TryGetProperty("exec-opts", out var options) && options.ValueKind == JsonValueKind.Array
            ? options.EnumerateArray()
                .Select(option => option.ToString())
                .LastOrDefault(option => option.StartsWith(CgroupOption, StringComparison.Ordinal))?[CgroupOption.Length..]
            : null);

    /// <summary>What containerd keeps the images of Kubernetes with.</summary>
    public static Observation ContainerdStorage(HostRoot root) => OfFiles(root, [ContainerdFile], (IsImages, "snapshotter"));

    /// <summary>containerd's driver of control groups for Kubernetes.</summary>
    public static Observation ContainerdCgroups(HostRoot root) => OfFiles(root, [ContainerdFile], (IsRunc, "SystemdCgroup")) switch
    {
        Present { Value: StringValue { Value: "true" } } => Answer.Of("systemd"),
        Present { Value: StringValue { Value: "false" } } => Answer.Of("cgroupfs"),
        Present => new Unknown(UnknownCause.Malformed, ContainerdFile),
        var other => other,
    };

    /// <summary>The storage driver that podman, buildah and CRI-O share.</summary>
    public static Observation SharedStorage(HostRoot root) =>
        OfFiles(root, ["usr/share/containers/storage.conf", "etc/containers/storage.conf"], (table => table == "storage", "driver"));

    /// <summary>podman's driver of control groups.</summary>
    public static Observation PodmanCgroups(HostRoot root)
    {
        string[] files = ["usr/share/containers/containers.conf", "etc/containers/containers.conf", .. Parts(root, "etc/containers/containers.conf.d")];
        return OfFiles(root, files, (table => table == "engine", "cgroup_manager"));
    }

    /// <summary>CRI-O's driver of control groups.</summary>
    public static Observation CrioCgroups(HostRoot root) => OfFiles(root, Crio(root), (table => table == "crio.runtime", "cgroup_manager"));

    /// <summary>CRI-O's storage driver; without one of its own the shared one.</summary>
    public static Observation CrioStorage(HostRoot root) =>
        OfFiles(root, Crio(root), (table => table == "crio", "storage_driver")) is not Absent and var own ? own : SharedStorage(root);

    private static string[] Crio(HostRoot root) => ["etc/crio/crio.conf", .. Parts(root, "etc/crio/crio.conf.d")];

    private static IEnumerable<string> Parts(HostRoot root, string folder) =>
        (root.Names(folder).Content ?? []).Where(name => name.EndsWith(".conf", StringComparison.Ordinal)).Select(name => $"{folder}/{name}");

    private static bool IsImages(string table) =>
        (table.Contains(".cri", StringComparison.Ordinal) && table.EndsWith(".containerd", StringComparison.Ordinal))
        || table.Trim('"', '\'').EndsWith("io.containerd.cri.v1.images", StringComparison.Ordinal);

    private static bool IsRunc(string table) => table.EndsWith(".runtimes.runc.options", StringComparison.Ordinal);

    private static Observation OfFiles(HostRoot root, string[] files, (Func<string, bool> IsMeant, string Key) setting)
    {
        string? found = null;
        foreach (var file in files)
        {
            var lines = root.Lines(file);
            if (lines is Failed<string[]>)
            {
                return lines.Observe((_, _) => new Absent());
            }

            found = TomlLines.Find(lines.Content ?? [], setting.IsMeant, setting.Key) ?? found;
        }

        return found is { Length: > 0 } ? Answer.Of(found) : new Absent();
    }

    private static Observation OfDocker(HostRoot root, Func<JsonElement, string?> find) => root.Bytes(DockerFile) switch
    {
        Missing<byte[]> => new Absent(),
        var reading => reading.Observe((bytes, source) => Parse(bytes, source, find)),
    };

    private static Observation Parse(byte[] bytes, string source, Func<JsonElement, string?> find)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? RecordFields.TextOrAbsent(find(document.RootElement))
                : new Unknown(UnknownCause.Malformed, source);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return new Unknown(UnknownCause.Malformed, source);
        }
    }
}
