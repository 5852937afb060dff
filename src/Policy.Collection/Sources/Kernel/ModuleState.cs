namespace Policy.Collection.Sources.Kernel;

/// <summary>The states of modules that the host has.</summary>
internal static class ModuleState
{
    internal const string Loaded = "loaded";
    internal const string BuiltIn = "builtin";
    internal const string Loadable = "loadable";
    internal const string Blocked = "blocked";
}
