using System.IO.Enumeration;

namespace Policy.Cli.Inputs;

/// <summary>Finds the policies and profiles in a folder; the tests of a policy are not among them.</summary>
internal static class PolicyFolder
{
    /// <summary>The files in ordinal order; what may not be read is passed over.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="isDeep">Whether folders within it count too; links to folders do not, because they can lead in a circle.</param>
    /// <param name="withTests">Whether the tests of policies are among them.</param>
    public static IEnumerable<string> Files(string folder, bool isDeep, bool withTests)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = isDeep, IgnoreInaccessible = true, AttributesToSkip = 0 };
        var found = new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => entry.ToSpecifiedFullPath(), options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && IsDocument(entry.FileName) && (withTests || !IsTest(entry.FileName)),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        return found.Order(StringComparer.Ordinal);
    }

    private static bool IsDocument(ReadOnlySpan<char> name) => Path.GetExtension(name) is ".yaml" or ".yml";

    private static bool IsTest(ReadOnlySpan<char> name) => Path.GetFileNameWithoutExtension(name).EndsWith(".test", StringComparison.Ordinal);
}
