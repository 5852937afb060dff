using System.Text;

namespace Policy.Collection.Sources.Software.Libraries;

/// <summary>What a Go module builds with: <c>go.mod</c>, since Go 1.17 with everything that is needed.</summary>
internal static class GoModules
{
    /// <summary>The versions with which the module builds.</summary>
    public static readonly LockFile Mod = new("go.mod", OfMod) { IsComplete = NamesEverything };

    private static List<LockedLibrary>? OfMod(byte[] bytes)
    {
        var required = new Dictionary<string, LockedLibrary>(StringComparer.Ordinal);
        var replaced = new List<string>();
        var isModule = false;
        foreach (var (verb, words) in Directives(bytes))
        {
            switch (verb, words)
            {
                case ("module", [_, ..]):
                    isModule = true;
                    break;
                case ("require", [var name, var version, ..]):
                    required[name] = new LockedLibrary(name, Plain(version));
                    break;
                case ("replace", [var name, ..]):
                    replaced.Add(name);
                    break;
            }
        }

        // Another module, or a folder, takes the place of a replaced one.
        foreach (var name in replaced.Where(required.ContainsKey))
        {
            required[name] = new LockedLibrary(name, null);
        }

        return isModule ? [.. required.Values] : null;
    }

    private static bool NamesEverything(byte[] bytes) =>
        Directives(bytes).Any(item => item is ("go", [var version, ..]) && VersionOrder.Instance.Compare(version, "1.17") >= 0);

    // `require name version`, or a block of such lines in parentheses.
    private static IEnumerable<(string Verb, string[] Words)> Directives(byte[] bytes)
    {
        string? block = null;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            var comment = line.IndexOf("//", StringComparison.Ordinal);
            var words = (comment < 0 ? line : line[..comment]).Split([' ', '\t', '\r', '"', '\uFEFF'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case [")"]:
                    block = null;
                    break;
                case [var verb, "("]:
                    block = verb;
                    break;
                case [_, ..] when block is not null:
                    yield return (block, words);
                    break;
                case [var verb, .. var rest]:
                    yield return (verb, rest);
                    break;
            }
        }
    }

    // Modules before semantic import versioning carry `+incompatible`.
    private static string Plain(string version) => version.TrimStart('v').Replace("+incompatible", string.Empty, StringComparison.Ordinal);
}
