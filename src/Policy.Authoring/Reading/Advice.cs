using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;

namespace Policy.Authoring.Reading;

/// <summary>What to do about a complaint: words for the author, and a change of the text where there is one right answer.</summary>
/// <param name="Text">The help line.</param>
/// <param name="Fix">The change; null where the author has to decide.</param>
internal sealed record Advice(string Text, Fix? Fix = null)
{
    /// <summary>Words alone.</summary>
    public static implicit operator Advice?(string? text) => text is null ? null : new Advice(text);

    /// <summary>The nearest name; a change of the text if no other one can have been meant.</summary>
    /// <returns>Null if nothing is near.</returns>
    public static Advice? Nearest(YamlScalar scalar, IEnumerable<string> known)
    {
        var names = known as IReadOnlyCollection<string> ?? [.. known];
        return NearestName.Help(scalar.Text, names) is { } help ? new Advice(help, Instead(scalar, NearestName.Only(scalar.Text, names))) : null;
    }

    /// <summary>The change of a scalar to another text; null if there is none.</summary>
    public static Fix? Instead(YamlScalar scalar, string? meant) => meant is null || meant == scalar.Text ? null : new ReplaceText(scalar.Span, scalar.Text, meant);
}
