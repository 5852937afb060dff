namespace Policy.Collection.Sources.Software.Tools;

/// <summary>Who brought a program to a host, told by where it stands.</summary>
/// <param name="Name">The manager, such as <c>pyenv</c> or <c>snap</c>.</param>
/// <param name="IsShim">Whether the program only chooses, at each start, the one that runs.</param>
/// <param name="Version">The version that the place tells; null if it tells none.</param>
internal sealed record ToolOrigin(string Name, bool IsShim, string? Version)
{
    // A folder of each with the versions that it manages.
    private static readonly (string Part, string Name)[] Places =
    [
        ("/pyenv/versions/", "pyenv"),
        ("/rbenv/versions/", "rbenv"),
        ("/nodenv/versions/", "nodenv"),
        ("/goenv/versions/", "goenv"),
        ("/asdf/installs/", "asdf"),
        ("/mise/installs/", "mise"),
        ("/nvm/versions/", "nvm"),
        ("/fnm/node-versions/", "fnm"),
        ("/sdkman/candidates/", "sdkman"),
        ("/rustup/toolchains/", "rustup"),
        ("/cargo/bin/", "cargo"),
        ("/volta/", "volta"),
        ("/linuxbrew/", "homebrew"),
        ("/flatpak/exports/", "flatpak"),
        ("/pipx/venvs/", "pipx"),
    ];

    private static readonly string[] ShimNames = ["pyenv", "rbenv", "nodenv", "goenv", "jenv", "phpenv", "plenv", "tfenv", "asdf", "mise", "scoop"];

    /// <summary>The manager of a program; null if its place belongs to none of them.</summary>
    public static ToolOrigin? Of(HostRoot root, FoundProgram program)
    {
        var target = $"/{program.Target.Replace("/.", "/", StringComparison.Ordinal)}";
        return (Shim(root, program) ?? Snap(root, program) ?? Npm(root, program)) is { } found ? found
            : target.StartsWith("/nix/store/", StringComparison.Ordinal) ? new ToolOrigin("nix", IsShim: false, OfStore(target))
            : Array.Find(Places, place => target.Contains(place.Part, StringComparison.Ordinal)) is { Name: { } name }
                ? new ToolOrigin(name, IsShim: false, VersionText.OfFolder(program, string.Empty))
            : null;
    }

    private static ToolOrigin? Shim(HostRoot root, FoundProgram program)
    {
        var (folder, name) = (Above(program.Path), Last(program.Path));
        var above = Last(Above(folder)).TrimStart('.');
        return (Last(folder), Last(program.Target)) switch
        {
            ("shims", _) => new ToolOrigin(ShimNames.Contains(above) ? above : "shims", IsShim: true, null),
            (_, "rustup") when name != "rustup" => new ToolOrigin("rustup", IsShim: true, null),
            (_, "volta-shim") => new ToolOrigin("volta", IsShim: true, null),
            (_, "corepack.js") when name != "corepack" => new ToolOrigin("corepack", IsShim: true, null),

            // Older installations have copies of one file under many names.
            ("bin", _) when above == "cargo" && name != "rustup" && IsCopy(root, program, $"{folder}/rustup") => new ToolOrigin("rustup", IsShim: true, null),
            _ => null,
        };
    }

    private static bool IsCopy(HostRoot root, FoundProgram program, string other) =>
        (root.Entry(program.Target), root.Entry(other)) is (Got<HostEntry> one, Got<HostEntry> two) && one.Value.Size == two.Value.Size && one.Value.Size > 0;

    // Every program of a snap is a link to `snap` itself; its name is the snap's, or begins with it and a dot.
    private static ToolOrigin? Snap(HostRoot root, FoundProgram program)
    {
        if (!program.Path.Contains("snap/bin/", StringComparison.Ordinal))
        {
            return null;
        }

        var lines = root.Lines($"snap/{Last(program.Path).Split('.')[0]}/current/meta/snap.yaml").Content ?? [];
        var version = Array.Find(lines, line => line.StartsWith("version:", StringComparison.Ordinal));
        return new ToolOrigin("snap", IsShim: false, version?["version:".Length..].Trim(' ', '\'', '"', '\r'));
    }

    private static ToolOrigin? Npm(HostRoot root, FoundProgram program)
    {
        const string Modules = "/node_modules/";
        var at = program.Target.LastIndexOf(Modules, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var parts = program.Target[(at + Modules.Length)..].Split('/');
        var package = parts is [['@', ..], var second, ..] ? $"{parts[0]}/{second}" : parts[0];
        var bytes = root.Bytes($"{program.Target[..(at + Modules.Length)]}{package}/package.json").Content ?? [];
        var library = Libraries.JsonLock.Read(bytes, json => [new Libraries.LockedLibrary(package, Libraries.JsonLock.Text(json, "version"))]);
        return new ToolOrigin("npm", IsShim: false, library?[0].Version);
    }

    // `/nix/store/HASH-name-1.2.3/bin/name`
    private static string? OfStore(string target) => target.Split('/') is [_, _, _, var folder, ..] && folder.Split('-')[^1] is [>= '0' and <= '9', ..] version
        ? version
        : null;

    private static string Above(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
