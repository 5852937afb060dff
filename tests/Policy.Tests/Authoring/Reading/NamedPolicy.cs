using System.Text;
using Policy.Authoring;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Tests.Authoring.Reading;

/// <summary>A policy that waivers and tests can name, beside one that is not sound.</summary>
internal static class NamedPolicy
{
    private const string Text =
        """
        policy: rack
        version: 1.0.0
        title: t
        facts:
          site.rack: { type: string, describe: Where it stands, one_of: [a, b] }
          site.disks: { type: list, describe: Disks, of: { type: record, fields: { size: { type: size }, kind: { type: string } } } }
        parameters:
          least: { type: number, default: 2, at_least: 1 }
        rules:
          - { id: place, title: t, severity: low, require: { site.rack: a } }
          - { id: slots, title: t, severity: low, require: { cpu.logical: { at_least: { parameter: least } } } }
        """;

    private static readonly PolicyDocument Rack = (PolicyDocument)AuthoredText.Sound(Text);

    /// <summary>Loads a document that can name the policy <c>rack</c>, with its rules <c>place</c> and <c>slots</c>, and the unsound <c>broken</c>.</summary>
    public static Checked<SourceDocument> Load(string text) =>
        DocumentLoader.Load(new DocumentText("p", Encoding.UTF8.GetBytes(text)), AuthoredText.Catalogue, new PolicyLibrary(id => id == "rack" ? Rack : null, id => id == "broken", () => ["rack"]));

    /// <summary>Its only complaint, with its help.</summary>
    public static string Complaint(string text)
    {
        var complaint = Assert.Single(Load(text).Diagnostics);
        return $"{complaint}\n{complaint.Help}";
    }
}
