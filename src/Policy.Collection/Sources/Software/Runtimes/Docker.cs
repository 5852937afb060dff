using System.Text;
using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Runtimes;

/// <summary>Docker's engine, and not the script of the same name that calls podman.</summary>
internal static class Docker
{
    /// <summary>The line of the table.</summary>
    public static readonly Runtime Runtime = new(
        new Tool("docker", ["docker", "dockerd"], ["docker-ce", "docker.io", "docker-engine", "moby-engine", "docker-ce-cli", "docker-cli", "docker"])
        {
            Behind = (host, program) => IsPodman(host.Root, program) ? null : program,
            Impostor = "podman",
        },
        ["run/docker.sock"],
        ["dockerd"])
    {
        Services = ["docker.service", "snap.docker.dockerd.service"],
        RootlessSocket = "docker.sock",
        StorageDriver = RuntimeSettings.DockerStorage,
        CgroupDriver = RuntimeSettings.DockerCgroups,
    };

    private const int LongestScript = 64 * 1024;

    private static bool IsPodman(HostRoot root, FoundProgram program)
    {
        if (program.Name.StartsWith("podman", StringComparison.Ordinal))
        {
            return true;
        }

        return root.Entry(program.Target) is Got<HostEntry> { Value.Size: <= LongestScript }
            && root.Bytes(program.Target, LongestScript).Content is [(byte)'#', (byte)'!', ..] script
            && Encoding.UTF8.GetString(script).Contains("podman", StringComparison.Ordinal);
    }
}
