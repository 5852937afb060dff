using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>Node.js.</summary>
internal static class Node
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("node", ["node", "nodejs"], ["nodejs", "nodejs-current", "nodejs#"])
    {
        Behind = (host, program) => Shims.Behind(host, program, "NODENV_VERSION"),
        FromFiles = (root, program) => VersionText.OfFolder(program, "node") ?? FromHeader(root, $"{program.Prefix}/include/node/node_version.h"),
    };

    private static string? FromHeader(HostRoot root, string path)
    {
        string?[] parts =
        [
            VersionText.Behind(root, path, "NODE_MAJOR_VERSION"),
            VersionText.Behind(root, path, "NODE_MINOR_VERSION"),
            VersionText.Behind(root, path, "NODE_PATCH_VERSION"),
        ];
        return parts.Contains(null) ? null : string.Join('.', parts);
    }
}
