using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>The Go toolchain.</summary>
internal static class Go
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new("go", ["go"], ["golang-#-go", "golang-bin", "golang", "go"])
    {
        // The folder above `bin` is GOROOT, whose file VERSION begins with a line such as `go1.22.3`.
        FromFiles = (root, program) => root.Lines($"{program.Prefix}/VERSION").Content is [['g', 'o', .. var version], ..] ? version.Trim() : null,
    };
}
