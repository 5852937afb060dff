using Policy.Tests.LanguageServer;

namespace Policy.Tests.Reporting;

/// <summary>Chromium with axe-core, where both are at hand.</summary>
internal static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The program; null, after saying so, where there is none.</summary>
    public static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        var found = Names.SelectMany(name => folders.Select(folder => Path.Join(folder, name))).FirstOrDefault(File.Exists);
        if (found is null || NodePackages.Folder is null)
        {
            Console.WriteLine("skipped: Chromium is not at hand");
            return null;
        }

        return found;
    }

    /// <summary>Opens pages once, without axe, and writes the elements that the browser sees to <c>PAGE.shape</c>; gives what the console and the network complain of.</summary>
    public static string Look(string program, params string[] pages) => NodePackages.Run(NodePackages.Folder!, "browse.mjs", [program, "--look", .. pages]);

    /// <summary>Opens pages and gives what axe, the console and the network complain of, a line for each.</summary>
    public static string Browse(string program, params string[] pages) => NodePackages.Run(NodePackages.Folder!, "browse.mjs", [program, .. pages]);
}
