using Policy.Core.Facts;

namespace Policy.Collection.Sources.Kvm;

/// <summary>A parameter of a loaded or built-in module that is a truth value.</summary>
internal static class ModuleParameter
{
    /// <summary>Its value; missing if the module is not there, or too old to have the parameter.</summary>
    internal static Reading<bool> Truth(HostRoot root, string path) => root.Value(path) switch
    {
        Got<string> { Value: "Y" or "y" or "1" } yes => new Got<bool>(true, yes.Source),
        Got<string> { Value: "N" or "n" or "0" } no => new Got<bool>(false, no.Source),
        Got<string> other => new Failed<bool>(UnknownCause.Malformed, other.Source, "no truth value"),
        var reading => reading.Then(_ => false),
    };
}
