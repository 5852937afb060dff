using Policy.Cli.Commands;
using Policy.Collection;
using Policy.Core.Facts;

namespace Policy.Cli.LanguageServer;

/// <summary>What facts are on a host, asked one by one and remembered.</summary>
/// <param name="root">The folder or archive that stands for <c>/</c>; null for this host.</param>
/// <param name="options">What collecting may do; null if no host shall be asked.</param>
internal sealed class HostValues(string? root, HostOptions? options)
{
    private const int LongestValue = 400;
    private const int MostKeys = 500;
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> keys = new(StringComparer.Ordinal);

    /// <summary>What the host is called where its values are shown.</summary>
    public string Name => root is null ? "On this host" : $"On {root}";

    /// <summary>The value of a fact with its source, in a sentence; null if no host shall be asked.</summary>
    public string? Of(FactReference reference)
    {
        if (options is null)
        {
            return null;
        }

        if (!known.TryGetValue(reference.Path, out var text))
        {
            known.Add(reference.Path, text = Words(Observe(reference, options), reference));
        }

        return text;
    }

    /// <summary>The keys that a map has on the host, in ordinal order; empty if no host shall be asked, or if it does not tell.</summary>
    public IReadOnlyList<string> KeysOf(FactDescription map)
    {
        if (options is null)
        {
            return [];
        }

        var name = map.Path.ToString();
        if (!keys.TryGetValue(name, out var found))
        {
            var reference = new FactReference(map, FactPath.WholeMapKey, [], map.Type);
            keys.Add(name, found = Observe(reference, options) is Present { Value: MapValue entries } ? [.. entries.Entries.Items.Keys.Where(key => key != FactPath.WholeMapKey).Take(MostKeys)] : []);
        }

        return found;
    }

    private Observation Observe(FactReference reference, HostOptions allowed)
    {
        try
        {
            var document = LiveFacts.Collect(root, Demand.Of([reference]), allowed);
            var wanted = new FactSlots();
            var slot = wanted.SlotOf(reference);
            return FactDocumentReader.Read(document, wanted) is ReadFacts read ? read.Facts.Slots[slot] : new Unknown(UnknownCause.Malformed);
        }
        catch (CommandFailure failure)
        {
            return new Unknown(UnknownCause.MissingSource, failure.Message);
        }
    }

    private static string Words(Observation observation, FactReference reference) => observation switch
    {
        Present present => $"`{Short(FactText.Of(present.Value, reference.Type))}`{(present.Source is { Length: > 0 } source ? $", from `{source}`" : string.Empty)}",
        Absent => "absent",
        Unknown unknown => $"unknown: {unknown.Cause.Name()}{(unknown.Detail is { Length: > 0 } detail ? $", {detail}" : string.Empty)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Short(string text) => text.Length <= LongestValue ? text : $"{text[..LongestValue]}...";
}
