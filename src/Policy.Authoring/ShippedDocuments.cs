using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring;

/// <summary>The policies and profiles that the program carries.</summary>
public static class ShippedDocuments
{
    private const string Prefix = "policies/";

    /// <summary>The names of the files below <c>policies/</c>, in ordinal order, such as <c>kvm/kvm-host.yaml</c>.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. typeof(ShippedDocuments).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The bytes of a file.</summary>
    public static byte[] Bytes(string file)
    {
        using var stream = typeof(ShippedDocuments).Assembly.GetManifestResourceStream(Prefix + file)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The file of an id: a file bears the name of its document.</summary>
    public static string? FileOf(string id) => Files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);

    /// <summary>The document of an id; null if there is none.</summary>
    /// <exception cref="InvalidOperationException">A shipped document is not sound; a test keeps that from happening.</exception>
    public static AuthoredDocument? Find(string id, FactCatalogue catalogue)
    {
        if (FileOf(id) is not { } file)
        {
            return null;
        }

        var loaded = DocumentLoader.Load(Prefix + file, Bytes(file), catalogue);
        return loaded.Value ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
    }
}
