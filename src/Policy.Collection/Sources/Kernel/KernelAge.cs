using System.Globalization;
using Policy.Collection.Sources.Identity.Os;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Compares the running kernel with the one that brought something.</summary>
internal static class KernelAge
{
    /// <summary>Whether it is of a version or newer; false also if nobody knows.</summary>
    /// <remarks>Distributions carry newer things back, so that an older one proves nothing.</remarks>
    internal static bool IsAtLeast(Host host, int major, int minor)
    {
        var parts = (KernelNames.Release(host).Content ?? string.Empty).Split('.', '-');
        return parts is [var first, var second, ..]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var haveMajor)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var haveMinor)
            && (haveMajor, haveMinor).CompareTo((major, minor)) >= 0;
    }
}
