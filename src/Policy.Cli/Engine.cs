using System.Reflection;

namespace Policy.Cli;

/// <summary>Name and version of the program.</summary>
internal static class Engine
{
    /// <summary>The version, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>Name and version, such as <c>policy 0.1.0</c>.</summary>
    public static string Name { get; } = $"policy {Version}";
}
