using System.Text.RegularExpressions;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Yaml;

/// <summary>The lines before a document that begin with a percent sign.</summary>
internal static partial class YamlDirectives
{
    /// <summary>Complains about a <c>%YAML</c> line that is not version 1; the parser lets some of them pass.</summary>
    public static void Check(SourceText source, YamlComplaints complaints)
    {
        foreach (var range in source.Text.AsSpan().SplitAny('\r', '\n'))
        {
            var line = source.Text.AsSpan()[range];
            if (!line.IsWhiteSpace() && line[0] is not ('#' or '%'))
            {
                return;
            }

            if (line.StartsWith("%YAML") && !Version().IsMatch(line))
            {
                complaints.Add(DiagnosticCodes.Syntax, range.Start.Value, Math.Min(line.Length, 40), "found a `%YAML` line that is not `%YAML 1.2`", "leave it out");
            }
        }
    }

    [GeneratedRegex(@"^%YAML[ \t]+1\.[0-9]{1,3}[ \t]*(?:$|(?<=[ \t])#)", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
