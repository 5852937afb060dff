using System.Reflection;
using System.Security.Cryptography;
using Policy.Authoring;
using Policy.Collection;
using Policy.Core.Findings;
using Policy.Reporting;

namespace Policy.Cli;

/// <summary>Name and version of the program.</summary>
internal static class Engine
{
    /// <summary>The version, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Name and version, such as <c>policy 0.1.0</c>.</summary>
    public static string Name { get; } = $"policy {Version}";

    /// <summary>What tells one build from another: the SHA-256 of the identities that the compiler gave to the program's parts, which are the same for the same sources.</summary>
    public static string Digest { get; } = DigestOf(typeof(Engine), typeof(Reports), typeof(FactSources), typeof(DocumentLoader), typeof(PolicyRun));

    private static string DigestOf(params ReadOnlySpan<Type> parts)
    {
        var identities = new List<byte>();
        foreach (var part in parts)
        {
            identities.AddRange(part.Module.ModuleVersionId.ToByteArray());
        }

        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData([.. identities]))}";
    }
}
