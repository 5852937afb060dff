using System.Text.RegularExpressions;
using Policy.Authoring;
using Policy.Cli.Outputs;

namespace Policy.Cli.Commands;

/// <summary><c>policy init</c>: writes a first policy that is sound, and what stands beside it.</summary>
internal static partial class InitCommand
{
    private const string Ending = ".yaml";

    // The modelines of the starter name these files, so that editors need no network.
    private static readonly string[] Schemas = ["policy", "tests"];

    /// <summary>Runs the command.</summary>
    /// <param name="name">The policy with its folder, with or without <c>.yaml</c>; a folder for a policy of the starter's own name.</param>
    /// <exception cref="CommandFailure">The name is no id (64); a file is there already or cannot be created (73), or cannot be written (74).</exception>
    public static int Run(string name)
    {
        var isFolder = name.EndsWith('/') || Directory.Exists(name);
        var path = isFolder ? Path.Join(name, Starter.Name) : name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name;
        var (folder, id) = (Path.GetDirectoryName(path) ?? string.Empty, Path.GetFileName(path));
        if (!Id().IsMatch(id))
        {
            throw new CommandFailure(ExitCode.Usage, $"`{id}` is no id\nhelp: write lower-case letters and digits with single hyphens between, such as `web-server`");
        }

        folder = folder == "." ? string.Empty : folder;
        Write(folder, [.. Starter.Files(id)]);
        Say(folder, id);
        return ExitCode.Compliant;
    }

    private static void Write(string folder, IReadOnlyList<StarterFile> files)
    {
        Make(folder);
        foreach (var path in files.Select(file => Path.Join(folder, file.Name)).Where(Path.Exists))
        {
            throw OutputFile.Taken(path);
        }

        foreach (var file in files)
        {
            OutputFile.WriteNew(Path.Join(folder, file.Name), file.Content);
        }

        // One of another version is its owner's to renew.
        foreach (var schema in Schemas.Where(schema => !Path.Exists(SchemaFile(folder, schema))))
        {
            OutputFile.WriteNew(SchemaFile(folder, schema), ShippedSchemas.Find(schema));
        }
    }

    private static string SchemaFile(string folder, string schema) => Path.Join(folder, $"{schema}.schema.json");

    private static void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(Path.GetFullPath(folder.Length == 0 ? "." : folder));
        }
        catch (Exception error) when (FileTrouble.Explains(error))
        {
            throw new CommandFailure(ExitCode.CannotCreate, $"cannot create {folder}: {FileTrouble.Reason(error)}");
        }
    }

    private static void Say(string folder, string id)
    {
        var path = Path.Join(folder, id);
        StandardOutput.WriteLine($"""
            {path}.yaml        a policy to change
            {path}.test.yaml   what it must say, about the hosts of {id}.facts.json

            Next:
              policy lint {path}.yaml {path}.test.yaml
              policy explain {path}.yaml
              policy check {path}.yaml
            """);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
