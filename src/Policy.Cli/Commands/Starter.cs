using System.Text;

namespace Policy.Cli.Commands;

/// <summary>The first policy that the program writes for an author: embedded files, in which the id is the only thing that changes.</summary>
internal static class Starter
{
    /// <summary>The id that the embedded files have.</summary>
    public const string Name = "my-policy";

    private static readonly string[] Endings = [".yaml", ".test.yaml", ".facts.json"];

    /// <summary>The policy, its tests and the facts of a host for these.</summary>
    /// <param name="id">The id of the policy.</param>
    public static IEnumerable<StarterFile> Files(string id) =>
        Endings.Select(ending => new StarterFile($"{id}{ending}", Encoding.UTF8.GetBytes(Text(ending).Replace(Name, id, StringComparison.Ordinal))));

    private static string Text(string ending)
    {
        using var stream = typeof(Starter).Assembly.GetManifestResourceStream($"starters/{Name}{ending}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}

/// <summary>A file to write.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">Its content.</param>
internal sealed record StarterFile(string Name, byte[] Content);
