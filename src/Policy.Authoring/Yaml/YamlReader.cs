using System.Text;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>The only door to YAML: untrusted text becomes a tree of bounded size, or complaints with their places.</summary>
/// <remarks>
/// Reads the subset of YAML 1.2 that the language allows: one document, no anchors, aliases, merge keys or tags, no key twice,
/// at most 64 levels, 2,000,000 nodes, 1 MiB a scalar and 64 MiB in all.
/// </remarks>
public static class YamlReader
{
    /// <summary>Reads the bytes of a document.</summary>
    /// <param name="file">The name of the document.</param>
    /// <param name="bytes">Its bytes: UTF-8, with or without a byte order mark.</param>
    /// <returns>As <see cref="Read(SourceText)"/>; no tree if the bytes are not UTF-8.</returns>
    public static Checked<YamlNode> Read(string file, ReadOnlyMemory<byte> bytes)
    {
        var text = Utf8Text.Decode(file, bytes);
        return text.Value is null ? new(null, text.Diagnostics) : Read(text.Value);
    }

    /// <summary>Reads a document.</summary>
    /// <returns>
    /// The tree beside the complaints where each of these is about something that the tree can do without, such as an anchor or the second of two equal keys;
    /// no tree where a part of the document is missing from it.
    /// </returns>
    public static Checked<YamlNode> Read(SourceText source)
    {
        var complaints = new YamlComplaints(source);
        if (Encoding.UTF8.GetByteCount(source.Text) > YamlBudget.DocumentBytes)
        {
            complaints.Add(DiagnosticCodes.Budget, 0, 1, $"the document has more than {YamlBudget.DocumentBytes} bytes");
        }
        else
        {
            YamlCharacters.Check(source, complaints);
            YamlDirectives.Check(source, complaints);
            YamlSize.Check(source, complaints);
        }

        var tree = complaints.IsEmpty ? Tree(source, complaints) : null;
        return new Checked<YamlNode>(tree, complaints.InOrder());
    }

    private static YamlNode? Tree(SourceText source, YamlComplaints complaints)
    {
        using var tree = new YamlTree(source, complaints);
        return tree.Read();
    }
}
