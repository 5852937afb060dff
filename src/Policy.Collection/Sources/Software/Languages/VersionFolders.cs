using System.Collections.Immutable;
using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>Where several versions of a language stand side by side, each in a folder that names it.</summary>
internal static class VersionFolders
{
    private const string Java = "usr/lib/jvm";
    private const string Gcc = "usr/lib/gcc";

    // The language, the folder (a tilde is the collector's home), what stands before a version, and whether a word may follow it.
    private static readonly ImmutableArray<(string Language, string Folder, string Before, bool HasMore)> Table =
    [
        ("python", "~/.pyenv/versions", "", false),
        ("python", "opt/pyenv/versions", "", false),
        ("python", "~/.asdf/installs/python", "", false),
        ("python", "~/.local/share/mise/installs/python", "", false),
        ("python", "~/.local/share/uv/python", "cpython-", true),
        ("python", "opt/hostedtoolcache/Python", "", false),
        ("node", "~/.nvm/versions/node", "v", false),
        ("node", "usr/local/nvm/versions/node", "v", false),
        ("node", "~/.nodenv/versions", "", false),
        ("node", "~/.asdf/installs/nodejs", "", false),
        ("node", "~/.local/share/mise/installs/node", "", false),
        ("node", "~/.local/share/fnm/node-versions", "v", false),
        ("ruby", "~/.rbenv/versions", "", false),
        ("ruby", "~/.asdf/installs/ruby", "", false),
        ("ruby", "~/.rvm/rubies", "ruby-", false),
        ("go", "~/sdk", "go", false),
        ("go", "~/.goenv/versions", "", false),
        ("go", "~/.asdf/installs/golang", "", false),
        ("java", "~/.sdkman/candidates/java", "", true),
        ("rust", "~/.rustup/toolchains", "", true),
        ("rust", "usr/local/rustup/toolchains", "", true),
        ("dotnet", "usr/share/dotnet/sdk", "", false),
        ("dotnet", "usr/lib/dotnet/sdk", "", false),
        ("dotnet", "usr/lib64/dotnet/sdk", "", false),
        ("dotnet", "opt/dotnet/sdk", "", false),
        ("dotnet", "~/.dotnet/sdk", "", false),
        ("clang", "usr/lib", "llvm-", false),
        ("php", "~/.phpenv/versions", "", false),
    ];

    /// <summary>Every folder, as the catalogue names it.</summary>
    public static IEnumerable<string> Places =>
        Table.Select(line => line.Folder == "usr/lib" ? "usr/lib/llvm-*" : line.Folder.Replace("~", "HOME", StringComparison.Ordinal)).Append(Java).Append(Gcc);

    /// <summary>The versions of a language that stand in such folders, in no order.</summary>
    public static IEnumerable<string> Of(Host host, string language)
    {
        var home = host.Variable("HOME").Content is ['/', .. { Length: > 0 } path] ? path.TrimEnd('/') : "root";
        var named =
            from line in Table
            where line.Language == language
            from name in host.Root.Names(line.Folder.Replace("~", home, StringComparison.Ordinal)).Content ?? []
            where name.StartsWith(line.Before, StringComparison.Ordinal)
            let version = line.HasMore ? name[line.Before.Length..].Split('-')[0] : name[line.Before.Length..]
            where version is [>= '0' and <= '9', ..]
            select version;
        return language switch
        {
            "java" => named.Concat(Releases(host.Root)),
            "gcc" => named.Concat(Compilers(host.Root)),
            _ => named,
        };
    }

    private static IEnumerable<string> Releases(HostRoot root) => (root.Names(Java).Content ?? [])
        .Select(name => VersionText.Behind(root, $"{Java}/{name}/release", "JAVA_VERSION"))
        .OfType<string>();

    // A folder for each target, and in it one for each version.
    private static IEnumerable<string> Compilers(HostRoot root) => (root.Names(Gcc).Content ?? [])
        .SelectMany(target => root.Names($"{Gcc}/{target}").Content ?? [])
        .Where(name => name is [>= '0' and <= '9', ..]);
}
