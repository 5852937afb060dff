using System.IO.Compression;
using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Where the configuration of a root's kernel stands.</summary>
internal static class KernelConfigFile
{
    /// <summary>What the running kernel gives if it was built with IKCONFIG_PROC.</summary>
    internal const string OfTheKernel = "proc/config.gz";

    /// <summary>Where a configuration is looked for, and what tells for which release.</summary>
    internal static readonly string[] Sources = [OfTheKernel, .. Places("*"), .. KernelFiles.Sources];

    /// <summary>Fifty times what the largest distribution needs.</summary>
    private const int Most = 16 * 1024 * 1024;

    /// <summary>The configuration of the kernel that the root is asked for; missing if no place has one.</summary>
    internal static Reading<KernelConfig> Of(Host host) => host.Memory.Once("kernel-config", () => Find(host));

    /// <summary>The places for a release, in order of preference.</summary>
    internal static string[] Places(string release) =>
    [
        $"boot/config-{release}",
        $"lib/modules/{release}/config",
        $"usr/lib/modules/{release}/config",
        $"usr/lib/ostree-boot/config-{release}",
        $"usr/lib/kernel/config-{release}",
        $"lib/modules/{release}/build/.config",
        $"usr/src/linux-headers-{release}/.config",
    ];

    private static Reading<KernelConfig> Find(Host host)
    {
        var release = KernelFiles.Release(host).Content;
        Reading<KernelConfig> best = Read(host.Root.Bytes(OfTheKernel), Unpack, release);
        foreach (var place in release is null ? [] : Places(release))
        {
            if (best is Got<KernelConfig>)
            {
                return best;
            }

            var next = Read(host.Root.Bytes(place), text => text, release);
            best = next is Missing<KernelConfig> ? best : Better(best, next);
        }

        return best;
    }

    // Of two that cannot be used, the first says more: it is the place that the host prefers.
    private static Reading<KernelConfig> Better(Reading<KernelConfig> first, Reading<KernelConfig> second) =>
        second is Got<KernelConfig> || first is Missing<KernelConfig> ? second : first;

    private static Reading<KernelConfig> Read(Reading<byte[]> file, Func<byte[], byte[]?> unpack, string? release)
    {
        if (file is not Got<byte[]> packed)
        {
            return file.Then(_ => new KernelConfig([]));
        }

        if (unpack(packed.Value) is not { } text)
        {
            return new Failed<KernelConfig>(UnknownCause.Malformed, packed.Source, "not a whole gzip file of up to 16 MiB");
        }

        var config = new KernelConfig(text);
        return (config.IsConfiguration, KernelVersionFit.Fits(config.Version, release)) switch
        {
            (false, _) => new Failed<KernelConfig>(UnknownCause.Malformed, packed.Source, "no kernel configuration"),
            (_, false) => new Failed<KernelConfig>(UnknownCause.Malformed, packed.Source, $"of Linux {config.Version}, not of {release}"),
            _ => new Got<KernelConfig>(config, packed.Source),
        };
    }

    private static byte[]? Unpack(byte[] packed)
    {
        // The last four bytes hold the length: the stream itself takes a cut file for a shorter one.
        var length = packed.Length < 18 ? 0 : BitConverter.ToUInt32(packed, packed.Length - 4);
        if (length is 0 or > Most)
        {
            return null;
        }

        try
        {
            using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var text = new byte[length];
            var read = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return read == text.Length && stream.ReadByte() < 0 ? text : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
