using System.Reflection;

namespace Policy.Tests;

/// <summary>The checkout that the tests were built from, and the documents in it that tests keep true.</summary>
internal static class Repository
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "RepositoryRoot").Value!;

    private static bool Accepts => Environment.GetEnvironmentVariable("POLICY_ACCEPT") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>The fenced block behind the comment that names it, without its fences.</summary>
    public static string Block(string document, string name)
    {
        var lines = Behind(document, name).Split('\n');
        return string.Join('\n', lines.Skip(1).TakeWhile(line => line != "```"));
    }

    /// <summary>Compares a fenced block with what it should be; POLICY_ACCEPT=1 rewrites it.</summary>
    public static void Keep(string file, string name, string expected)
    {
        var path = Path.Join(Root, file);
        var document = File.ReadAllText(path);
        var actual = Block(document, name);
        Compare(path, document, actual.Length == 0 ? Fence(document, name) : actual, actual.Length == 0 ? Fence(document, name) + expected + "\n" : expected, actual == expected);
    }

    /// <summary>Compares the table behind the comment that names it with the lines that it should have; POLICY_ACCEPT=1 rewrites it.</summary>
    public static void KeepTable(string file, string name, IReadOnlyList<string> expected)
    {
        var path = Path.Join(Root, file);
        var document = File.ReadAllText(path);
        var actual = string.Join('\n', Behind(document, name).Split('\n').TakeWhile(line => line.StartsWith('|')));
        var wanted = string.Join('\n', expected);
        Compare(path, document, actual, wanted, actual == wanted);
    }

    /// <summary>Compares a whole file with what it should be; POLICY_ACCEPT=1 rewrites it.</summary>
    public static void KeepFile(string file, string expected)
    {
        var path = Path.Join(Root, file);
        var actual = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        if (actual != expected && Accepts)
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.True(actual == expected, $"{path} is not what the program writes. POLICY_ACCEPT=1 rewrites it.");
    }

    private static void Compare(string path, string document, string actual, string expected, bool isSame)
    {
        if (!isSame && Accepts)
        {
            File.WriteAllText(path, document.Replace(actual, expected, StringComparison.Ordinal));
            return;
        }

        Assert.True(isSame, $"{path} is not true any more. POLICY_ACCEPT=1 rewrites it. Expected:\n{expected}\nFound:\n{actual}");
    }

    private static string Fence(string document, string name) => $"<!-- {name} -->\n{Behind(document, name).Split('\n')[0]}\n";

    private static string Behind(string document, string name)
    {
        var marker = $"<!-- {name} -->\n";
        return document[(document.IndexOf(marker, StringComparison.Ordinal) + marker.Length)..];
    }
}
