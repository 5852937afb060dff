namespace Policy.Tests.Authoring.Schemas;

/// <summary>The documents of the repository's <c>policies</c>, by kind.</summary>
internal static class ShippedFiles
{
    private static readonly string[] Everything = Directory.GetFiles(RepositoryFiles.Path("policies"), "*.yaml", SearchOption.AllDirectories);

    /// <summary>The policies.</summary>
    public static IReadOnlyList<string> Policies { get; } = Of("policy");

    /// <summary>The profiles.</summary>
    public static IReadOnlyList<string> Profiles { get; } = Of("profile");

    /// <summary>The documents of a kind, which their first key tells.</summary>
    public static IReadOnlyList<string> Of(string kind) => [.. Everything.Where(file => File.ReadLines(file).Any(line => line.StartsWith($"{kind}:", StringComparison.Ordinal)))];
}
