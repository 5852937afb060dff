using Policy.Collection.Sources.Software.Tools;

namespace Policy.Collection.Sources.Software.Languages;

/// <summary>.NET: its SDK, else its runtime.</summary>
internal static class DotNet
{
    /// <summary>The line of the table.</summary>
    public static readonly Tool Tool = new(
        "dotnet",
        ["dotnet"],
        ["dotnet-sdk-#", "dotnet-runtime-#", "dotnet@-sdk", "dotnet@-runtime", "dotnet-sdk", "dotnet-runtime"])
    {
        FromFiles = (root, program) => VersionText.HighestIn(root, $"{program.Folder}/sdk")
            ?? VersionText.HighestIn(root, $"{program.Folder}/shared/Microsoft.NETCore.App"),
    };
}
