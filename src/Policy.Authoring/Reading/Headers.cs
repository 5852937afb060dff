using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Facts;
using Policy.Core.Rules;

namespace Policy.Authoring.Reading;

/// <summary>Reads what policies and profiles have in common: id, version, title, summary and tags.</summary>
internal static class Headers
{
    public static DocumentAbout? Read(YamlMapping node, string kind, DocumentOrigin origin, Complaints complaints)
    {
        var (id, version) = (node.Scalar(kind), node.Scalar("version"));
        if (version is not null)
        {
            Literals.Read(version, new VersionType(VersionScheme.SemVer), complaints);
        }

        return id is null || version is null ? null
            : new DocumentAbout(id.Text, version.Text, node.ReaderText("title"), node.ReaderText("summary"), node.Scalars("tags").Select(tag => tag.Text).ToSequence(), origin);
    }
}
