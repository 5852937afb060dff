namespace Policy.Collection.Sources.Software.Tools;

/// <summary>A program that a host would start.</summary>
/// <param name="Path">Where it was found, relative to the root, such as <c>usr/bin/java</c>.</param>
/// <param name="Target">The file behind all links, such as <c>usr/lib/jvm/java-17-openjdk-amd64/bin/java</c>.</param>
internal sealed record FoundProgram(string Path, string Target)
{
    /// <summary>The file name of the target.</summary>
    public string Name => Target[(Target.LastIndexOf('/') + 1)..];

    /// <summary>The folder of the target, such as <c>usr/lib/jvm/java-17-openjdk-amd64/bin</c>.</summary>
    public string Folder => Above(Target);

    /// <summary>The folder above the target's, such as <c>usr</c> or <c>usr/local</c>: where a program's own files stand.</summary>
    public string Prefix => Above(Folder);

    /// <summary>Whether a distribution's packages put programs there.</summary>
    public bool IsOfDistribution =>
        !Target.StartsWith("usr/local/", StringComparison.Ordinal)
        && Target.Split('/')[0] is "usr" or "bin" or "sbin";

    /// <summary>The version at the end of the target's name, such as <c>12</c> of <c>x86_64-linux-gnu-gcc-12</c>; empty if there is none.</summary>
    public string Suffix => Name[Name.AsSpan().TrimEnd("0123456789.").Length..].TrimStart('.');

    private static string Above(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];
}
