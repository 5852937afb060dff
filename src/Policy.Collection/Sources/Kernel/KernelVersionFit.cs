using System.Globalization;

namespace Policy.Collection.Sources.Kernel;

/// <summary>Whether a configuration is that of a kernel, as far as their version texts tell.</summary>
internal static class KernelVersionFit
{
    /// <summary>False only if the texts contradict each other.</summary>
    /// <param name="header">The version in the header of the configuration; null if there is none.</param>
    /// <param name="release">The release of the kernel; null if it is not known.</param>
    /// <remarks>
    /// Distributions number their releases on their own: Debian's <c>6.1.0-56-amd64</c> is built from <c>6.1.192</c>. But where the source carries a suffix
    /// of the distribution, as <c>6.12.0-55.el10</c>, the release begins with it.
    /// </remarks>
    internal static bool Fits(string? header, string? release)
    {
        if (Branch(header) is not { } of || Branch(release) is not { } running)
        {
            return true;
        }

        var dash = header!.IndexOf('-', StringComparison.Ordinal);
        var isOwn = dash > 0 && !header.AsSpan(dash).StartsWith("-rc", StringComparison.Ordinal);
        return of == running && (!isOwn || release!.StartsWith(header, StringComparison.Ordinal));
    }

    /// <summary>The first two numbers of a version; null if there are none.</summary>
    internal static (int Major, int Minor)? Branch(string? version)
    {
        var parts = (version ?? string.Empty).Split('.', '-', '+', '_');
        return parts.Length > 1 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor ? (major, minor) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
