namespace Policy.Collection.Sources.Kernel;

/// <summary>How modules are called.</summary>
internal static class ModuleNames
{
    /// <summary>The kernel's spelling: <c>-</c> and <c>_</c> are the same letter in a module's name, and the kernel writes <c>_</c>.</summary>
    internal static string Normal(string name) => name.Replace('-', '_');

    /// <summary>The module in a path such as <c>kernel/arch/x86/kvm/kvm-intel.ko.xz</c>.</summary>
    internal static string OfFile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var end = name.LastIndexOf(".ko", StringComparison.Ordinal);
        return Normal(end > 0 ? name[..end] : name);
    }
}
