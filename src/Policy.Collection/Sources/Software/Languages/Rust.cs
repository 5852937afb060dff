using System.Text;
using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>The Rust compiler, of a distribution or of rustup.</summary>
internal static class Rust
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("rust", ["rustc"], ["rustc-#", "rustc", "rust"])
    {
        Behind = BehindProxy,
        FromFiles = (root, program) => FromManifest(root, $"{program.Prefix}/lib/rustlib/multirust-channel-manifest.toml"),
    };

    // Every program in rustup's folder is rustup itself, which starts the compiler of the toolchain that is chosen.
    private static FoundProgram? BehindProxy(Host host, FoundProgram program)
    {
        if (program.Name != "rustup")
        {
            return program;
        }

        foreach (var home in Homes(host, program))
        {
            var toolchain = host.Variable("RUSTUP_TOOLCHAIN").Content ?? VersionText.Behind(host.Root, $"{home}/settings.toml", "default_toolchain");
            if (toolchain is { Length: > 0 } && ProgramSearch.Of(host).Program($"{home}/toolchains/{toolchain}/bin/rustc") is { } compiler)
            {
                return compiler;
            }
        }

        return null;
    }

    private static IEnumerable<string> Homes(Host host, FoundProgram program)
    {
        if (host.Variable("RUSTUP_HOME").Content is { Length: > 0 } home)
        {
            yield return home.Trim('/');
        }

        var above = program.Prefix[..Math.Max(program.Prefix.LastIndexOf('/'), 0)];
        yield return $"{above}/.rustup";
        yield return $"{above}/rustup";
    }

    // The manifest has a megabyte of packages, of which one is the compiler.
    private static string? FromManifest(HostRoot root, string path)
    {
        var bytes = (root.Bytes(path).Content ?? []).AsSpan();
        var at = bytes.IndexOf("[pkg.rustc]\n"u8);
        var rest = at < 0 ? [] : bytes[at..];
        rest = rest[..Math.Min(rest.Length, 200)];
        var start = rest.IndexOf("version = \""u8);
        return start < 0 ? null : VersionText.FirstOf(Encoding.UTF8.GetString(rest[start..]));
    }
}
