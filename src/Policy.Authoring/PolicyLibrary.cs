using Policy.Authoring.Reading;
using Policy.Authoring.Yaml;
using Policy.Core.Diagnostics;
using Policy.Core.Rules;

namespace Policy.Authoring;

/// <summary>The policies and profiles that a document can name.</summary>
/// <param name="Find">The sound document of an id; null if there is none.</param>
/// <param name="IsUnsound">Whether an id is that of a document that was complained about; what rests on it is not complained about as well.</param>
/// <param name="Names">The ids that are known, for the nearest name.</param>
public sealed record PolicyLibrary(Func<string, AuthoredDocument?> Find, Func<string, bool> IsUnsound, Func<IEnumerable<string>> Names)
{
    /// <summary>Nothing but what a function finds.</summary>
    public static PolicyLibrary Of(Func<string, AuthoredDocument?> find) => new(find, _ => false, () => []);

    /// <summary>The help line for an id that nothing has.</summary>
    internal Advice Advice(YamlScalar id) => Reading.Advice.Nearest(id, Names()) ?? new Advice(Help(id.Text));

    /// <summary>The same where the id is a part of a text.</summary>
    internal string Help(string id) => NearestName.Help(id, Names()) ?? "it is looked for among the named files, beside them and among the shipped ones";
}
