using Policy.Collection;
using Policy.Collection.Footprints;
using Policy.Core.Facts;
using Policy.Core.Prose;

namespace Policy.Cli.Explanations;

/// <summary>Where a fact is read, and what reading needs.</summary>
internal static class SourceText
{
    /// <summary>The sources in order of preference, each with what it needs; then what all of it needs.</summary>
    public static IReadOnlyList<string> Lines(FactReference reference, Language language) => Note(reference, language) is { Length: > 0 } note
        ? [.. Sources(reference, language), note]
        : [.. Sources(reference, language)];

    /// <summary>The same in one line.</summary>
    public static string Line(FactReference reference, Language language)
    {
        var (sources, note) = (string.Join(language.Say("comma"), Sources(reference, language)), Note(reference, language));
        var text = sources.Length > 0 ? language.Say("fact.from", sources) : note;
        return sources.Length > 0 && note.Length > 0 ? language.Say("semicolon", text, note) : text;
    }

    private static IEnumerable<string> Sources(FactReference reference, Language language) =>
        from touch in Touches(reference)
        let needs = TouchPrivileges.Of(touch)
        select needs is null ? touch.Name : $"{touch.Name} ({language.Say($"needs.{needs}")})";

    private static string Note(FactReference reference, Language language)
    {
        var touches = Touches(reference);
        return touches.Count == 0 ? language.Say("fact.without_source")
            : reference.Fact.Privilege == FactPrivilege.Root ? language.Say("fact.root")
            : touches.All(touch => TouchPrivileges.Of(touch) is null) ? language.Say("fact.anyone")
            : string.Empty;
    }

    // What a policy declares for itself no source of the program gives.
    private static IReadOnlyList<Touch> Touches(FactReference reference) =>
        FactSources.Catalogue.Find(reference.Fact.Path.Root) is null ? [] : [.. Footprint.Of(reference.Fact, reference.Key, new HostOptions())];
}
